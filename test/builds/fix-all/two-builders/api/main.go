package main

import (
	_ "embed"
	"fmt"
)

//go:embed public/index.html
var page string

var version string

func main() { fmt.Println(version, page) }
