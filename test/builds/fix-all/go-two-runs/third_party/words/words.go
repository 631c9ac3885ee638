package words

// Hello greets.
func Hello() string { return "hello from a module" }
