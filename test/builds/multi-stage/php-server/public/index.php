<?php

require __DIR__ . "/../vendor/autoload.php";

echo App\Site::answer(parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH));
