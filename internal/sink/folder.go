package sink

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// FolderOptions say how an output folder is made.
type FolderOptions struct {
	Now    time.Time // names a folder that is moved aside
	Inputs []string  // paths that are read by the run: an output must not hold one
	Group  string    // opens the files to this group; "" leaves them to their owner
}

// Folder is an output folder in the making. Its files are written to a private
// folder beside the place where they will stand, and appear there together on
// [Folder.Commit]. A Folder is not safe for concurrent use.
type Folder struct {
	dir     string // as given
	place   string // absolute, symbolic links resolved
	work    string // private folder: holds "out" and "tmp"
	now     time.Time
	group   int      // gid, -1 for none
	made    []string // parents that were made for this folder, outermost first
	open    map[string]*File
	outputs map[string]string
	done    bool
}

// NewFolder checks that dir may become an output folder and prepares a private
// folder beside it; what dead processes left there is removed first. Dir itself
// is not touched before Commit. The error is an [*Error].
func NewFolder(dir string, o FolderOptions) (*Folder, error) {
	place, err := resolve(dir)
	if err != nil {
		return nil, &Error{Path: dir, Cause: plainCause("cannot be used as the output folder", err), Err: err}
	}
	if filepath.Dir(place) == place {
		return nil, &Error{Path: dir, Cause: "is the root of a disk", Hint: "name a folder of its own with -o", Usage: true}
	}
	if err := refuseInputs(dir, place, o.Inputs); err != nil {
		return nil, err
	}
	gid := -1
	if o.Group != "" {
		if gid, err = groupID(o.Group); err != nil {
			return nil, &Error{Path: dir, Cause: fmt.Sprintf("outputs.group %q: %v", o.Group, err), Usage: true, Err: err}
		}
	}
	f := &Folder{dir: dir, place: place, now: o.Now, group: gid, open: map[string]*File{}, outputs: map[string]string{}}
	if err := f.prepare(); err != nil {
		f.removeMade()
		return nil, err
	}
	return f, nil
}

// prepare makes the private folder, after recovering what a dead run left.
func (f *Folder) prepare() error {
	parent := filepath.Dir(f.place)
	cannot := func(err error) error {
		return &Error{Path: f.dir, Cause: plainCause("cannot be written", err), Err: err,
			Hint: "check that you may write in " + parent + ", or name another folder with -o"}
	}
	made, err := makeParents(parent)
	f.made = made
	if err != nil {
		return cannot(err)
	}
	if err := sweep(f.place); err != nil {
		return cannot(err)
	}
	if _, err := readFolder(f.dir, f.place); err != nil {
		return err
	}
	f.work, err = os.MkdirTemp(parent, workPrefix(f.place)+ownerMark()+".")
	if err != nil {
		return cannot(err)
	}
	for _, d := range []string{f.outDir(), f.Temp()} {
		if err := os.Mkdir(d, 0o700); err != nil {
			os.RemoveAll(f.work)
			return cannot(err)
		}
	}
	return nil
}

func (f *Folder) outDir() string { return filepath.Join(f.work, "out") }

// Dir is the folder's path as the user gave it.
func (f *Folder) Dir() string { return f.dir }

// Temp is a private folder for the run's temporary files. It is gone after
// Commit or Abort.
func (f *Folder) Temp() string { return filepath.Join(f.work, "tmp") }

// File is one output file being written; its hash is taken on the way.
type File struct {
	folder *Folder
	name   string
	file   *os.File
	sum    hash.Hash
	hasher *behind // writes to sum
	err    error
	closed bool
}

// Create starts the output file name, a slash-separated path inside the
// folder. Every file must be closed before Commit.
func (f *Folder) Create(name string) (*File, error) {
	if f.done {
		return nil, &Error{Path: f.dir, Cause: "is closed"}
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return nil, &Error{Path: name, Cause: "is not a path inside the output folder"}
	}
	path := filepath.Join(f.outDir(), filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, f.failed(name, err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, f.failed(name, err)
	}
	out := &File{folder: f, name: name, file: file, sum: sha256.New()}
	out.hasher = newBehind(out.sum)
	f.open[name] = out
	return out, nil
}

func (f *Folder) failed(name string, err error) error {
	return &Error{Path: filepath.Join(f.dir, filepath.FromSlash(name)), Cause: plainCause("cannot be written", err), Err: err}
}

// Write appends to the file and to its hash.
func (o *File) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.file.Write(p)
	o.hasher.Write(p[:n])
	if err != nil {
		o.err = o.folder.failed(o.name, err)
	}
	return n, o.err
}

// Close makes the file durable and records its hash. Closing twice is the same
// as closing once.
func (o *File) Close() error {
	if o.closed {
		return o.err
	}
	o.closed = true
	delete(o.folder.open, o.name)
	o.hasher.close()
	err := o.file.Sync()
	if e := o.file.Close(); err == nil {
		err = e
	}
	if o.err == nil && err != nil {
		o.err = o.folder.failed(o.name, err)
	}
	if o.err == nil {
		o.folder.outputs[o.name] = hex.EncodeToString(o.sum.Sum(nil))
	}
	return o.err
}

// Outputs are the SHA-256 sums, in hex, of all files closed so far, by name:
// what belongs into run.json.
func (f *Folder) Outputs() map[string]string {
	all := make(map[string]string, len(f.outputs))
	for name, sum := range f.outputs {
		all[name] = sum
	}
	return all
}

// Commit puts the folder in its place. A folder that somebody changed is moved
// aside and its new name returned; one that nobody changed is replaced. When
// Commit fails, what stood there stands there still. Committing twice is the
// same as committing once.
func (f *Folder) Commit() (movedTo string, err error) {
	if f.done {
		return "", nil
	}
	if len(f.open) > 0 {
		f.Abort()
		return "", &Error{Path: f.dir, Cause: "a file in it was not finished"}
	}
	if err := openToGroup(f.outDir(), f.group); err != nil {
		f.Abort()
		return "", &Error{Path: f.dir, Cause: plainCause("cannot be given to the group", err), Err: err}
	}
	syncTree(f.outDir())
	movedTo, err = f.swap()
	f.done = true
	os.RemoveAll(f.work)
	if err != nil {
		f.removeMade()
		return "", err
	}
	syncDir(filepath.Dir(f.place))
	return movedTo, nil
}

// swap renames: what stands there away, the new folder in.
func (f *Folder) swap() (movedTo string, err error) {
	// Look now, not at the beginning: an hour may have passed since.
	kind, err := inspectFolder(f.dir, f.place)
	if err != nil {
		return "", err
	}
	old := ""
	switch kind {
	case folderEmpty:
		err = os.Remove(f.place)
	case folderOurs:
		// Beside the place, not inside the work folder: should this process die
		// between the two renames, the next run finds it and puts it back.
		old = f.work + ".old"
		err = os.Rename(f.place, old)
	case folderChanged:
		movedTo = freeName(f.place + "." + f.now.Format("20060102-150405"))
		old = movedTo
		err = os.Rename(f.place, old)
	}
	if err != nil {
		return "", &Error{Path: f.dir, Cause: plainCause("cannot be replaced", err), Err: err,
			Hint: "close the files of that folder that are open in another program"}
	}
	if err := os.Rename(f.outDir(), f.place); err != nil {
		if old != "" {
			err = errors.Join(err, os.Rename(old, f.place))
		}
		return "", &Error{Path: f.dir, Cause: plainCause("cannot be put in place", err), Err: err}
	}
	if kind == folderOurs {
		os.RemoveAll(old)
	}
	return asGiven(f.dir, f.place, movedTo), nil
}

// Abort removes everything written so far. After Commit it does nothing.
func (f *Folder) Abort() error {
	if f.done {
		return nil
	}
	f.done = true
	for _, o := range f.open {
		o.closed = true
		o.hasher.close()
		o.file.Close()
	}
	f.open = nil
	err := os.RemoveAll(f.work)
	f.removeMade()
	if err != nil {
		return &Error{Path: f.work, Cause: plainCause("cannot be removed", err), Err: err}
	}
	return nil
}

// removeMade removes the parents that were made for this folder, if empty.
func (f *Folder) removeMade() {
	for i := len(f.made) - 1; i >= 0; i-- {
		os.Remove(f.made[i])
	}
}

// plainCause puts what failed before the operating system's reason, without
// the operation and the path that a PathError repeats.
func plainCause(what string, err error) string {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		err = pe.Err
	case errors.As(err, &le):
		err = le.Err
	}
	return what + ": " + strings.ToLower(err.Error())
}

// asGiven spells a sibling of place the way the user spelled dir.
func asGiven(dir, place, sibling string) string {
	if sibling == "" {
		return ""
	}
	return filepath.Clean(dir) + strings.TrimPrefix(sibling, place)
}

var _ io.WriteCloser = (*File)(nil)
