// Package greet greets.
package greet

// Hello says hello.
func Hello() string { return "Hello." }
