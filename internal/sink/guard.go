package sink

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// RunFile is the name of the file that marks an output folder as goldpan's.
const RunFile = "run.json"

type folderKind uint8

const (
	folderFree    folderKind = iota // nothing stands there
	folderEmpty                     // an empty folder
	folderOurs                      // goldpan wrote it and nobody changed it
	folderChanged                   // goldpan wrote it and somebody changed it
)

// readFolder reads the run of a folder that goldpan wrote; nil when nothing or an
// empty folder stands at place. Anything else is refused.
func readFolder(dir, place string) (*Run, error) {
	info, err := os.Stat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(place); err == nil {
			return nil, &Error{Path: dir, Cause: "is a link to a folder that is not there", Usage: true,
				Hint: "make that folder, or name another with -o"}
		}
		return nil, nil
	case err != nil:
		return nil, &Error{Path: dir, Cause: plainCause("cannot be looked at", err), Err: err}
	case !info.IsDir():
		return nil, &Error{Path: dir, Cause: "is a file, not a folder", Usage: true, Hint: "name another folder with -o"}
	}
	entries, err := os.ReadDir(place)
	if err != nil {
		return nil, &Error{Path: dir, Cause: plainCause("cannot be looked at", err), Err: err}
	}
	if len(entries) == 0 {
		return nil, nil
	}
	run, err := ReadRun(place)
	if err != nil || run.Version == "" || len(run.Outputs) == 0 {
		return nil, &Error{Path: dir, Usage: true,
			Cause: "is not empty and was not written by goldpan",
			Hint:  "name a new or empty folder with -o; nothing was changed"}
	}
	return run, nil
}

// inspectFolder tells what stands at place, reading every file there.
func inspectFolder(dir, place string) (folderKind, error) {
	run, err := readFolder(dir, place)
	if err != nil {
		return folderFree, err
	}
	if run == nil {
		if _, err := os.Stat(place); err != nil {
			return folderFree, nil
		}
		return folderEmpty, nil
	}
	same, err := unchanged(place, run.Outputs)
	if err != nil {
		return folderFree, &Error{Path: dir, Cause: plainCause("cannot be compared with its run.json", err), Err: err}
	}
	if same {
		return folderOurs, nil
	}
	return folderChanged, nil
}

// unchanged tells whether a folder holds exactly what its run.json says.
func unchanged(place string, outputs map[string]string) (bool, error) {
	found, same := 0, true
	err := filepath.WalkDir(place, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(place, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if name == RunFile || leftByDesktop(d.Name()) {
			return nil
		}
		want, known := outputs[name]
		if !known || !d.Type().IsRegular() {
			same = false
			return filepath.SkipAll
		}
		got, err := hashFile(path)
		if err != nil {
			return err
		}
		if got != want {
			same = false
			return filepath.SkipAll
		}
		found++
		return nil
	})
	return same && found == len(outputs), err
}

// leftByDesktop knows the files that file managers leave in every folder.
func leftByDesktop(name string) bool {
	switch strings.ToLower(name) {
	case ".ds_store", "thumbs.db", "desktop.ini", ".directory":
		return true
	}
	return false
}

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// refuseInputs fails when an input is the output folder or lies in it.
func refuseInputs(dir, place string, inputs []string) error {
	target, err := os.Stat(place)
	if err != nil {
		return nil // what does not exist holds no input
	}
	for _, input := range inputs {
		if input == "" || input == "-" {
			continue
		}
		path, err := resolve(input)
		if err != nil {
			continue // reading it will say what is wrong
		}
		for {
			if info, err := os.Stat(path); err == nil && os.SameFile(info, target) {
				return &Error{Path: dir, Cause: "the output folder holds the input " + input, Usage: true,
					Hint: "name another folder with -o"}
			}
			up := filepath.Dir(path)
			if up == path {
				break
			}
			path = up
		}
	}
	return nil
}

// resolve makes a path absolute and follows symbolic links as far as it exists.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	rest := ""
	for at := abs; ; {
		real, err := filepath.EvalSymlinks(at)
		if err == nil {
			return filepath.Join(real, rest), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		up := filepath.Dir(at)
		if up == at {
			return abs, nil
		}
		rest = filepath.Join(filepath.Base(at), rest)
		at = up
	}
}

// freeName is path, or path-2, path-3 ... when something stands there.
func freeName(path string) string {
	name := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name
		}
		name = path + "-" + strconv.Itoa(n)
	}
}
