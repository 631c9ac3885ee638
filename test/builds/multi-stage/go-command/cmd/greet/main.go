package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	fmt.Println(os.Getenv("GREETING"), strings.Join(os.Args[1:], " "))
}
