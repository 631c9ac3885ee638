package main

import (
	"fmt"
	"os"
)

var version, commit string

func main() { fmt.Println(version, commit, os.Getenv("VERSION")) }
