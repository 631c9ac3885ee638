<?php

require __DIR__ . '/../vendor/autoload.php';

header('Content-Type: text/plain');
echo Greet\Greeter::greet(mb_strtoupper('wörld')), ' ', (new NumberFormatter('de', NumberFormatter::DECIMAL))->format(1234.5), ' ', getenv('APP_ENV'), "\n";
