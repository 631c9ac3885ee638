package main

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"time"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_, err := os.Stat("/data/ok")
		fmt.Fprintln(w, "ok", err)
	})
	http.HandleFunc("/tz", func(w http.ResponseWriter, r *http.Request) {
		l, err := time.LoadLocation("America/New_York")
		fmt.Fprintln(w, l, err, time.Unix(0, 0), time.Unix(0, 0).In(l))
	})
	http.HandleFunc("/exec", func(w http.ResponseWriter, r *http.Request) {
		out, err := exec.Command("dot", "-V").CombinedOutput()
		fmt.Fprintln(w, string(out), err)
	})
	http.ListenAndServe(":8080", nil)
}
