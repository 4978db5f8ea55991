package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// policy says who may import whom. Arrows point down: a room may use what
// stands to its right and nothing else of this module or of third parties.
// The standard library is free to all, but for what noNetwork forbids.
const policy = `
contact   <
market    < x/text xxhash
similar   < levenshtein
checkdigit <
parallel  <

source    < contact x/text klauspost
columns   < contact market checkdigit
clean     < contact market checkdigit phonenumbers x/net x/text
spool     < contact klauspost
dedupe    < contact market similar parallel xxhash
suppress  < contact market xxhash
qualify   < contact market similar expr
assign    < contact
ledger    < contact
sink      < contact market excelize klauspost
report    < contact market

profile   < contact market source columns clean dedupe suppress qualify assign sink yaml

sift      < contact market parallel source columns clean spool dedupe suppress qualify assign ledger sink report profile xxhash

cli       < contact market source columns clean dedupe qualify sink profile sift progressbar pflag x/term

cmd/goldpan < cli
cmd/listgen < market excelize xxhash
`

// modules are the third-party modules by the short names of the policy.
var modules = map[string]string{
	"github.com/agnivade/levenshtein": "levenshtein",
	"github.com/cespare/xxhash":       "xxhash",
	"github.com/expr-lang/expr":       "expr",
	"github.com/klauspost/compress":   "klauspost",
	"github.com/nyaruka/phonenumbers": "phonenumbers",
	"github.com/schollz/progressbar":  "progressbar",
	"github.com/spf13/pflag":          "pflag",
	"github.com/xuri/excelize":        "excelize",
	"go.yaml.in/yaml":                 "yaml",
	"golang.org/x/net":                "x/net",
	"golang.org/x/term":               "x/term",
	"golang.org/x/text":               "x/text",
}

// noNetwork are the standard packages that could reach out of the machine.
var noNetwork = []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "plugin"}

func allowed(t *testing.T) map[string][]string {
	rooms := map[string][]string{}
	for line := range strings.Lines(policy) {
		room, imports, found := strings.Cut(line, "<")
		if !found {
			continue
		}
		room = strings.TrimSpace(room)
		for _, name := range strings.Fields(imports) {
			_, known := rooms[name]
			third := false
			for _, short := range modules {
				third = third || short == name
			}
			if !known && !third {
				t.Errorf("policy: %s may import %s, which stands below it or nowhere", room, name)
			}
		}
		rooms[room] = strings.Fields(imports)
	}
	return rooms
}

func TestImportPolicy(t *testing.T) {
	rooms := allowed(t)
	seen := 0
	for _, top := range []string{".", "../cmd"} {
		err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			seen++
			check(t, rooms, filepath.ToSlash(path))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 10 {
		t.Fatalf("only %d files looked at", seen)
	}
}

func check(t *testing.T, rooms map[string][]string, path string) {
	room := roomOf(strings.TrimPrefix(path, "../"))
	may, known := rooms[room]
	if !known {
		t.Errorf("%s: the policy does not know the room %q", path, room)
		return
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		if slices.Contains(noNetwork, name) {
			t.Errorf("%s imports %s: goldpan never reaches the network", path, name)
		}
		if short := shortName(name); short != "" && short != room && !slices.Contains(may, short) {
			t.Errorf("%s: %s may not import %s", path, room, name)
		}
	}
}

// roomOf is the room a file belongs to: its folder, and for cmd the program.
func roomOf(path string) string {
	parts := strings.Split(path, "/")
	if parts[0] == "cmd" {
		return parts[0] + "/" + parts[1]
	}
	return parts[0]
}

// shortName is the import as the policy names it, "" for the standard library.
func shortName(name string) string {
	if rest, ours := strings.CutPrefix(name, "goldpan/internal/"); ours {
		return roomOf(rest)
	}
	for module, short := range modules {
		if name == module || strings.HasPrefix(name, module+"/") {
			return short
		}
	}
	if first, _, _ := strings.Cut(name, "/"); strings.Contains(first, ".") {
		return name
	}
	return ""
}
