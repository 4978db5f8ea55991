package sift

import (
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"goldpan/internal/profile"
)

// Nobody who shares an identifier with an entry of a do-not-contact list is
// delivered, whichever spelling the entry has: capitals, hashes, phones of
// every kind. The check reads the outputs with its own eyes, by the last digits
// of a number and by plain hashes. A list that closes calls only costs no
// contact that can be mailed.
func TestSuppressedAreNeverDelivered(t *testing.T) {
	dir := t.TempDir()
	list, stop := filepath.Join(dir, "list.csv"), filepath.Join(dir, "stop.csv")
	cmd := exec.Command("go", "run", "../../cmd/listgen", "--rows", "6000", "--seed", "5", "-o", list,
		"--truth", filepath.Join(dir, "truth.csv"), "--suppressed", "0.05", "--suppress-out", stop)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("listgen: %v\n%s", err, out)
	}
	entries := map[string]bool{}
	for _, row := range readAll(t, stop) {
		for _, cell := range row {
			cell = strings.ToLower(strings.TrimSpace(cell))
			for n := 8; n <= 10 && len(cell) < 24; n++ {
				if number := lastDigits(cell, n); len(number) == n {
					entries[number] = true
				}
			}
			entries[cell] = true
		}
	}
	delete(entries, "")

	job := Job{Lists: []string{list}, Profile: profile.Default(), Out: filepath.Join(dir, "all"), Jobs: 2, AsOf: asOf, Now: asOf,
		Suppress: []string{stop}}
	if _, err := Run(context.Background(), job); err != nil {
		t.Fatal(err)
	}
	delivered := readAll(t, filepath.Join(job.Out, "prospects.csv"))
	if len(delivered) < 3000 {
		t.Fatalf("only %d delivered", len(delivered))
	}
	at := map[string]int{}
	for i, name := range delivered[0] {
		at[name] = i
	}
	for _, row := range delivered[1:] {
		email := strings.ToLower(row[at["email"]])
		ids := []string{email, md5Hex(email), sha256Hex(email)}
		for _, f := range []string{"phone", "mobile", "best_phone"} {
			if n := row[at[f]]; n != "" {
				length := map[string]int{"NO": 8, "US": 10, "GB": 10}[row[at["country"]]]
				ids = append(ids, lastDigits(n, max(length, 9)), sha256Hex(n))
				if length == 8 {
					ids = append(ids, lastDigits(n, 8))
				}
			}
		}
		for _, id := range ids {
			if id != "" && entries[id] {
				t.Errorf("row %s is delivered, and on the list by %s", row[at["row"]], id)
			}
		}
	}

	rejected := func(out string) int {
		n := 0
		for _, row := range readAll(t, filepath.Join(out, "rejects.csv")) {
			if row[4] == "suppressed" {
				n++
			}
		}
		return n
	}
	before := rejected(job.Out)
	if before < 100 {
		t.Errorf("only %d rejected as suppressed", before)
	}
	text := "version: 1\nsuppress: [{file: stop.csv, channel: call, date: 2026-11-20}]\n"
	if err := os.WriteFile(filepath.Join(dir, "call.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p, mistakes, err := profile.Load(filepath.Join(dir, "call.yaml"))
	if err != nil || len(mistakes) > 0 {
		t.Fatal(err, mistakes)
	}
	job.Profile, job.Suppress, job.Out = p, nil, filepath.Join(dir, "call")
	if _, err := Run(context.Background(), job); err != nil {
		t.Fatal(err)
	}
	for _, row := range readAll(t, filepath.Join(job.Out, "rejects.csv")) {
		if row[4] == "suppressed" && strings.Contains(strings.Join(row, " "), "@") {
			t.Errorf("row %s has an email, and a call-only list rejects it", row[2])
		}
	}
}

func readAll(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// lastDigits are the last n digits of a number, however it is spelled.
func lastDigits(s string, n int) string {
	if strings.Contains(s, "@") {
		return ""
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	return digits[max(0, len(digits)-n):]
}

func md5Hex(s string) string {
	sum := md5.Sum([]byte(s))
	return hex.EncodeToString(sum[:])
}

func sha256Hex(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
