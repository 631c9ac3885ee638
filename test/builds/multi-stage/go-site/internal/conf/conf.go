package conf

import (
	"encoding/json"
	"os"
)

type Config struct{ Name string }

func Load(path string) (*Config, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c := new(Config)
	return c, json.Unmarshal(b, c)
}
