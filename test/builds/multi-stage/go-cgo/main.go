package main

/*
#include "calc.h"
*/
import "C"
import (
	"fmt"
	"os"
	"os/user"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	u, err := user.Current()
	fmt.Println(int(C.twice(C.int(n))), u.Username, u.HomeDir, err)
	d, _ := os.Getwd()
	fmt.Println(d)
}
