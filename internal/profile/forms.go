package profile

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"goldpan/internal/assign"
	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/qualify"
)

// form is the grammar of a scalar.
type form struct {
	name    string
	words   []string // the only ones allowed
	pattern string   // for the JSON schema
	number  bool     // a bare YAML number is right
	example string
	// check says what is wrong with a text and what would be right; "" is
	// nothing. Column is where in the text, from 1, 0 for the whole.
	check func(text, dir string) (message string, line, column int)
}

// plain makes a form's check of a function that only judges the text.
func plain(f func(string) error) func(string, string) (string, int, int) {
	return func(text, _ string) (string, int, int) {
		if err := f(text); err != nil {
			return err.Error(), 0, 0
		}
		return "", 0, 0
	}
}

var anyText = form{name: "text", check: plain(func(string) error { return nil })}

// folder is a path in which {date} is the only placeholder.
var folder = form{name: "folder", example: "out/{date}", check: plain(func(s string) error {
	if rest := strings.ReplaceAll(s, "{date}", ""); strings.ContainsAny(rest, "{}") {
		return fmt.Errorf("%q has a placeholder that is not known; only {date} is", s)
	}
	return nil
})}

func enum(words ...string) form {
	return form{name: "word", words: words, check: plain(func(s string) error {
		if slices.Contains(words, s) {
			return nil
		}
		near := qualify.Nearest(s, words)
		if near != "" {
			return fmt.Errorf("%q is not known here; did you mean %s?", s, near)
		}
		return fmt.Errorf("%q is not known here; known are %s", s, strings.Join(words, ", "))
	})}
}

var country = form{name: "country", example: "PL", check: plain(func(s string) error {
	if _, ok := market.Country(s); !ok {
		return errors.New(qualify.NoCountry(s))
	}
	return nil
})}

var day = form{name: "day", pattern: `^\d{4}-\d{2}-\d{2}$`, example: "2026-11-22", check: plain(func(s string) error {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("%q is no day; write year-month-day such as 2026-11-22", s)
	}
	return nil
})}

var today = form{name: "day or today", pattern: `^(today|\d{4}-\d{2}-\d{2})$`, example: "today", check: plain(func(s string) error {
	if s == "today" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("%q is no day; write today, or year-month-day such as 2026-11-22", s)
	}
	return nil
})}

var yearOrDay = form{name: "year or day", pattern: `^\d{4}(-\d{2}(-\d{2})?)?$`, number: true, example: "2022", check: plain(func(s string) error {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%q is no date; write a year or a day: 2022, 2022-05-01", s)
})}

var wholeNumber = form{name: "whole number", pattern: `^-?\d+$`, number: true, example: "25", check: plain(func(s string) error {
	if _, err := strconv.Atoi(s); err != nil {
		return fmt.Errorf("%q is no whole number; write one such as 25", s)
	}
	return nil
})}

var count = form{name: "count", pattern: `^\d+$`, number: true, example: "40", check: plain(func(s string) error {
	if n, err := strconv.Atoi(s); err != nil || n < 1 {
		return fmt.Errorf("%q is no count; write a whole number from 1 up", s)
	}
	return nil
})}

var headerRow = form{name: "row number or none", pattern: `^(none|\d+)$`, number: true, example: "4", check: plain(func(s string) error {
	if n, err := strconv.Atoi(s); s != "none" && (err != nil || n < 1) {
		return fmt.Errorf("%q is no row; write the number a spreadsheet shows beside the header, or none", s)
	}
	return nil
})}

var decimal = form{name: "number", pattern: `^-?\d+(\.\d+)?$`, number: true, example: "80", check: plain(func(s string) error {
	if n, err := strconv.ParseFloat(s, 64); err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return fmt.Errorf("%q is no number; write one such as 80 or 2.5", s)
	}
	return nil
})}

var percent = form{name: "percent", pattern: `^\d+(\.\d+)? ?%$`, example: "95%", check: plain(func(s string) error {
	_, err := parsePercent(s)
	return err
})}

var yesNo = form{name: "true or false", words: []string{"true", "false"}, check: plain(func(s string) error {
	if _, ok := parseYesNo(s); !ok {
		return fmt.Errorf("%q is neither true nor false", s)
	}
	return nil
})}

var money = form{name: "amount", number: true, example: "2M EUR", check: plain(func(s string) error {
	_, err := ParseMoney(s)
	return err
})}

var size = form{name: "size", number: true, example: "50", check: plain(func(s string) error {
	_, err := parseSize(s)
	return err
})}

var sizeBand = form{name: "band", number: true, example: "20-500", check: plain(func(s string) error {
	_, err := parseSize(s)
	return err
})}

var period = form{name: "period", example: "31 days", check: plain(func(s string) error {
	_, err := assign.ParsePeriod(s)
	return err
})}

var currency = form{name: "currency", pattern: "^[A-Z]{3}$", example: "EUR", check: plain(func(s string) error {
	if !market.IsCurrency(s) {
		return fmt.Errorf("%q is no currency; write its code such as EUR", s)
	}
	return nil
})}

var rate = form{name: "rate", example: "4.25 PLN", check: plain(func(s string) error {
	a, err := ParseMoney(s)
	if err != nil || a.Currency == "" || a.Value <= 0 {
		return fmt.Errorf("%q is no rate; write what one unit is worth, such as 4.25 PLN", s)
	}
	return nil
})}

var cut = form{name: "cut", pattern: `^(f1|precision=0?\.\d+)$`, example: "precision=0.99", check: plain(func(s string) error {
	share, found := strings.CutPrefix(s, "precision=")
	if p, err := strconv.ParseFloat(share, 64); s == "f1" || found && err == nil && p > 0 && p < 1 {
		return nil
	}
	return fmt.Errorf("%q is no cut; write precision=0.99 (between 0 and 1) or f1", s)
})}

var fieldName = form{name: "field", example: "company", check: plain(func(s string) error {
	if _, ok := contact.ParseField(s); ok || s == "-" {
		return nil
	}
	known := []string{"-"}
	for _, f := range contact.Fields() {
		known = append(known, f.String())
	}
	if near := qualify.Nearest(s, known); near != "" {
		return fmt.Errorf("%q is no field; did you mean %s?", s, near)
	}
	return fmt.Errorf("%q is no field; fields are listed in the README, - leaves the column out", s)
})}

var criterionName = form{name: "name", pattern: "^[a-z0-9][a-z0-9_-]*$", example: "old-car", check: plain(func(s string) error {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '_' {
			return fmt.Errorf("%q is no name; use small letters, digits and hyphens, such as old-car", s)
		}
	}
	return nil
})}

var expression = form{name: "expression", example: "employees >= 100", check: func(s, _ string) (string, int, int) {
	if m := qualify.CheckExpression(s); m != nil {
		return m.Message, m.Line, m.Column
	}
	return "", 0, 0
}}

var existing = form{name: "file", example: "customers.csv", check: func(s, dir string) (string, int, int) {
	path := resolve(dir, s)
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.IsDir():
		return "", 0, 0
	case err == nil:
		return fmt.Sprintf("%s is a folder; name a file", s), 0, 0
	case os.IsNotExist(err):
		return fmt.Sprintf("there is no file %s (looked for %s)", s, path), 0, 0
	}
	return fmt.Sprintf("%s cannot be read: %v", s, err), 0, 0
}}

// resolve makes a path absolute, relative ones against the profile's folder.
func resolve(dir, path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

func parsePercent(s string) (float64, error) {
	digits, ok := strings.CutSuffix(s, "%")
	n, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
	if !ok || err != nil || n < 0 || n > 100 {
		return 0, fmt.Errorf("%q is no share; write a percentage such as 95%%", s)
	}
	return n / 100, nil
}

func parseYesNo(s string) (yes, ok bool) {
	switch strings.ToLower(s) {
	case "true", "yes", "on":
		return true, true
	case "false", "no", "off":
		return false, true
	}
	return false, false
}
