package sift

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// listNames are the endings by which a folder's files are taken for lists.
// A file named on its own is read whatever its name.
var listNames = []string{".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".gz", ".zip", ".zst"}

// inputs are the files a run reads, sorted, each once.
type inputs struct {
	paths   []string
	leftOut []string // files of a folder that are no lists of this run, with the reason
	empty   []string // patterns that match no file
}

// findInputs expands files, globs and folders. Files named in apart (customers,
// suppressions, the profile) are left out of folders and globs, not refused.
func findInputs(args []string, apart map[string]string) (inputs, error) {
	var in inputs
	for _, arg := range args {
		if arg == "-" {
			in.paths = append(in.paths, arg)
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err == nil && info.IsDir():
			if err := in.addFolder(arg, apart); err != nil {
				return in, err
			}
		case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
			if err := in.addGlob(arg, apart); err != nil {
				return in, err
			}
		default:
			// What cannot be opened is reported when it is read: the other
			// lists are still sifted.
			in.paths = append(in.paths, arg)
		}
	}
	// The order of the arguments must not show in the outputs. A file named
	// twice, by another path or by a link, is one list.
	slices.Sort(in.paths)
	seen := map[string]bool{}
	in.paths = slices.DeleteFunc(in.paths, func(path string) bool {
		file := absolute(path)
		again := seen[file]
		seen[file] = true
		return again
	})
	slices.Sort(in.leftOut)
	return in, nil
}

func (in *inputs) addFolder(dir string, apart map[string]string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	found := 0
	for _, e := range entries {
		name := e.Name()
		path := filepath.Join(dir, name)
		if e.IsDir() || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
			continue
		}
		if !slices.Contains(listNames, strings.ToLower(filepath.Ext(name))) {
			in.leftOut = append(in.leftOut, path+": not a list by its name")
			continue
		}
		if in.add(path, apart) {
			found++
		}
	}
	if found == 0 {
		return &Refusal{
			What:  fmt.Sprintf("%s: no lists in this folder", dir),
			Hint:  "goldpan looks for " + strings.Join(listNames, " ") + "; name a file to read it whatever its ending",
			Usage: true,
		}
	}
	return nil
}

func (in *inputs) addGlob(pattern string, apart map[string]string) error {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return &Refusal{What: fmt.Sprintf("%s: not a pattern: %v", pattern, err), Hint: "quote the pattern, as in 'inbox/*.csv'", Usage: true}
	}
	if len(paths) == 0 {
		in.empty = append(in.empty, pattern)
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			in.add(path, apart)
		}
	}
	return nil
}

// add takes a found file unless the run uses it for something else.
func (in *inputs) add(path string, apart map[string]string) bool {
	if why := apart[absolute(path)]; why != "" {
		in.leftOut = append(in.leftOut, path+": "+why)
		return false
	}
	in.paths = append(in.paths, path)
	return true
}

// absolute makes paths comparable; one that cannot be resolved stays itself.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}
