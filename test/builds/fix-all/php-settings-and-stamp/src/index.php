<?php
$s = require "/var/www/app/settings.php";
echo "hello {$s["name"]} at ", getenv("APP_REVISION"), "\n";
