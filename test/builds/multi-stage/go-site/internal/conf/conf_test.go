package conf

import "testing"

func TestLoad(t *testing.T) {
	if _, err := Load("../../config/production.json"); err != nil {
		t.Fatal(err)
	}
}
