<?php
require "vendor/autoload.php";
echo greet("you"), "\n";
