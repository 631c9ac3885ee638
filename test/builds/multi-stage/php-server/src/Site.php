<?php

namespace App;

final class Site
{
    public static function answer(string $path): string
    {
        return match ($path) {
            '/' => \Greet\Greeter::greet('world') . ', from ' . getcwd() . ' as ' . posix_getuid() . ', with ' . ini_get('memory_limit') . ' and ' . file_get_contents('.env'),
            '/log' => file_put_contents('storage/app.log', "called\n", FILE_APPEND) . file_get_contents('storage/start.log'),
            default => 'Nothing here',
        };
    }
}
