package main

import "example.org/greet"

func main() { println(greet.To("you")) }
