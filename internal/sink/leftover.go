package sink

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A work folder is named .goldpan-NAME.HOST.PID.RANDOM: NAME is the output
// folder's, HOST and PID say whose it is, so that a later run on the same
// machine can tell whether its owner is alive. The same with ".old" behind it
// is the former output folder in the moment of being replaced.

// workPrefix begins the names of all work folders of the output folder place.
func workPrefix(place string) string { return ".goldpan-" + filepath.Base(place) + "." }

// ownerMark is this process as HOST.PID.
func ownerMark() string { return hostMark() + "." + strconv.Itoa(os.Getpid()) }

// hostMark is the machine's name without anything that would split a file name.
func hostMark() string {
	name, err := os.Hostname()
	if err != nil || name == "" {
		name = "localhost"
	}
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '-'
	}, name)
}

// sweep removes the work folders of dead processes beside place. A former
// output folder whose successor never arrived is put back first.
func sweep(place string) error {
	parent := filepath.Dir(place)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.IsDir() || !abandoned(e.Name(), workPrefix(place)) {
			continue
		}
		path := filepath.Join(parent, e.Name())
		if strings.HasSuffix(path, ".old") {
			if _, err := os.Lstat(place); errors.Is(err, fs.ErrNotExist) {
				if err := os.Rename(path, place); err != nil {
					return err
				}
				continue
			}
		}
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

// abandoned tells whether name is a work folder of a dead process on this host.
func abandoned(name, prefix string) bool {
	rest, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return false
	}
	parts := strings.Split(strings.TrimSuffix(rest, ".old"), ".")
	if len(parts) != 3 || parts[0] != hostMark() {
		return false
	}
	pid, err := strconv.Atoi(parts[1])
	return err == nil && pid > 0 && !alive(pid)
}

// makeParents makes path and what is missing above it, and says what it made,
// outermost first.
func makeParents(path string) ([]string, error) {
	var missing []string
	for at := path; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); err == nil || !errors.Is(err, fs.ErrNotExist) {
			break
		}
		missing = append(missing, at)
	}
	var made []string
	for i := len(missing) - 1; i >= 0; i-- {
		err := os.Mkdir(missing[i], 0o755)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return made, err
		}
		made = append(made, missing[i])
	}
	return made, nil
}

// syncTree asks the system to keep the folders; files were synced on closing.
func syncTree(root string) {
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			syncDir(path)
		}
		return nil
	})
}

// syncDir makes a folder's entries durable. Some systems cannot; the files are
// complete either way, so that is not an error.
func syncDir(path string) {
	if d, err := os.Open(path); err == nil {
		d.Sync()
		d.Close()
	}
}
