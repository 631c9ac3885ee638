<?php
return ["name" => "world"];
