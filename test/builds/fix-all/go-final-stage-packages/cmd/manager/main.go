package main

import (
	"flag"
	"fmt"

	"example.com/manager/internal/conf"
)

func main() {
	path := flag.String("config", "", "")
	flag.Parse()
	fmt.Print(conf.Read(*path))
}
