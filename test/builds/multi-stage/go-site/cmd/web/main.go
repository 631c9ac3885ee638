package main

import (
	"flag"
	"fmt"
	"github.com/acme/web/internal/conf"
	"html/template"
	"log"
	"net/http"
	"os"
	"path/filepath"
)

var version = "dev"

func main() {
	config := flag.String("config", "config/development.json", "config file")
	flag.Parse()
	c, err := conf.Load(*config)
	if err != nil {
		log.Fatal(err)
	}
	t := template.Must(template.ParseFiles(filepath.Join("templates", "index.html"), filepath.Join("templates", "base.html")))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		t.Execute(w, map[string]string{"V": version, "N": c.Name})
	})
	http.Handle("/static/", http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	http.HandleFunc("/conf", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, c.Name) })
	http.HandleFunc("/mig", func(w http.ResponseWriter, r *http.Request) {
		m, _ := filepath.Glob("db/migrations/*.sql")
		fmt.Fprintln(w, m)
	})
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil))
}
