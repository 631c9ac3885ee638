package main

import (
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		env := os.Getenv("APP_ENV")
		for _, n := range []string{"settings." + env + ".json", env + ".yaml", fmt.Sprintf("conf/%s.ini", "app"), filepath.Join("lang", "en", "messages.po"), path.Join(base, "server.crt")} {
			b, err := os.ReadFile(n)
			fmt.Fprintln(w, n, string(b), err)
		}
		m, _ := filepath.Glob("*.tmpl")
		fmt.Fprintln(w, m)
	})
	panic(http.ListenAndServe(":8080", nil))
}

const base = "./certs/"
