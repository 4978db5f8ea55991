package sink

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var evening = time.Date(2026, 11, 22, 18, 30, 5, 0, time.UTC)

// fill writes a folder of two files and its run.json and returns it unfinished.
func fill(t *testing.T, dir, text string) *Folder {
	t.Helper()
	f, err := NewFolder(dir, FolderOptions{Now: evening})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"prospects.csv", "calllists/Ewa.xlsx"} {
		write(t, f, name, text)
	}
	out, err := f.Create(RunFile)
	if err != nil {
		t.Fatal(err)
	}
	run := Run{Version: "test", AsOf: "2026-11-22", Outputs: f.Outputs()}
	if err := run.Write(out); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return f
}

func write(t *testing.T, f *Folder, name, text string) {
	t.Helper()
	out, err := f.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(out.Close(), out.Close()); err != nil {
		t.Fatal(err)
	}
}

// tree lists the files and folders below root with the texts of files.
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == root {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		if d.IsDir() {
			got[filepath.ToSlash(rel)+"/"] = ""
			return nil
		}
		text, err := os.ReadFile(path)
		if d.Name() != RunFile {
			got[filepath.ToSlash(rel)] = string(text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func written(dir, text string) map[string]string {
	return map[string]string{dir + "/": "", dir + "/calllists/": "", dir + "/calllists/Ewa.xlsx": text, dir + "/prospects.csv": text}
}

func TestFolderAppearsWhole(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "new", "out")
	f := fill(t, dir, "one")
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the folder is there before Commit")
	}
	temp := f.Temp()
	if err := os.WriteFile(filepath.Join(temp, "spool"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if moved, err := f.Commit(); err != nil || moved != "" {
			t.Fatal(moved, err)
		}
	}
	if err := f.Abort(); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff(written("out", "one"), tree(t, filepath.Join(root, "new"))); d != "" {
		t.Error(d)
	}
	if runtime.GOOS == "windows" {
		return
	}
	for path, want := range map[string]fs.FileMode{dir: 0o700, dir + "/calllists": 0o700, dir + "/prospects.csv": 0o600, dir + "/calllists/Ewa.xlsx": 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestFolderReplacesItsOwn(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "out")
	fill(t, dir, "one").Commit()
	os.WriteFile(filepath.Join(dir, ".DS_Store"), nil, 0o600)
	f := fill(t, dir, "two")
	if moved, err := f.Commit(); err != nil || moved != "" {
		t.Fatal(moved, err)
	}
	if d := cmp.Diff(written("out", "two"), tree(t, root)); d != "" {
		t.Error(d)
	}
}

func TestFolderMovesWhatSomebodyChanged(t *testing.T) {
	for name, change := range map[string]func(dir string) error{
		"edited":  func(dir string) error { return os.WriteFile(dir+"/calllists/Ewa.xlsx", []byte("called"), 0o600) },
		"added":   func(dir string) error { return os.WriteFile(dir+"/my notes.txt", []byte("mine"), 0o600) },
		"removed": func(dir string) error { return os.Remove(dir + "/prospects.csv") },
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			dir := filepath.Join(root, "out")
			fill(t, dir, "one").Commit()
			f := fill(t, dir, "two")
			// Changed while the run was under way: it must not be lost either.
			if err := change(dir); err != nil {
				t.Fatal(err)
			}
			before := tree(t, dir)
			moved, err := f.Commit()
			if err != nil || moved != dir+".20261122-183005" {
				t.Fatal(moved, err)
			}
			if d := cmp.Diff(before, tree(t, moved)); d != "" {
				t.Error(d)
			}
			if got := tree(t, dir)["prospects.csv"]; got != "two" {
				t.Errorf("the new folder holds %q", got)
			}
			change(dir)
			if again, _ := fill(t, dir, "three").Commit(); again != dir+".20261122-183005-2" {
				t.Errorf("moved to %s in the same second", again)
			}
		})
	}
}

func TestFolderRefuses(t *testing.T) {
	root := t.TempDir()
	foreign := filepath.Join(root, "foreign")
	os.Mkdir(foreign, 0o755)
	os.WriteFile(filepath.Join(foreign, "thesis.doc"), []byte("years of work"), 0o600)
	fakeRun := filepath.Join(root, "fake")
	os.Mkdir(fakeRun, 0o755)
	os.WriteFile(filepath.Join(fakeRun, RunFile), []byte(`{"name": "my app"}`), 0o600)
	file := filepath.Join(root, "file")
	os.WriteFile(file, nil, 0o600)
	ours := filepath.Join(root, "ours")
	fill(t, ours, "one").Commit()
	before := tree(t, root)
	for _, c := range []struct{ dir, input, cause string }{
		{foreign, "", "not written by goldpan"},
		{fakeRun, "", "not written by goldpan"},
		{file, "", "is a file"},
		{ours, filepath.Join(ours, "prospects.csv"), "holds the input"},
		{ours, ours, "holds the input"},
		{"/", "", "root of a disk"},
	} {
		_, err := NewFolder(c.dir, FolderOptions{Now: evening, Inputs: []string{"-", "nowhere.csv", c.input}})
		var e *Error
		if !errors.As(err, &e) || !e.Usage || e.Hint == "" || !strings.Contains(e.Error(), c.cause) || strings.Contains(e.Error(), "\n") {
			t.Errorf("%s: %v", c.dir, err)
		}
	}
	if d := cmp.Diff(before, tree(t, root)); d != "" {
		t.Error(d)
	}
}

func TestFolderBesideItsInputsIsFine(t *testing.T) {
	root := t.TempDir()
	input := filepath.Join(root, "list.csv")
	os.WriteFile(input, nil, 0o600)
	f, err := NewFolder(filepath.Join(root, "out"), FolderOptions{Inputs: []string{input, root}})
	if err != nil {
		t.Fatal(err)
	}
	f.Abort()
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	root := t.TempDir()
	file := filepath.Join(root, "file")
	os.WriteFile(file, nil, 0o600)
	_, err := NewFolder(filepath.Join(file, "out"), FolderOptions{})
	var e *Error
	if !errors.As(err, &e) || e.Usage || e.Err == nil {
		t.Errorf("below a file: %v", err)
	}
	if os.Getuid() == 0 {
		return // root may write everywhere
	}
	locked := filepath.Join(root, "locked")
	os.Mkdir(locked, 0o500)
	if _, err := NewFolder(filepath.Join(locked, "a", "out"), FolderOptions{}); !errors.As(err, &e) || e.Hint == "" {
		t.Errorf("in a folder without rights: %v", err)
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	root := t.TempDir()
	f := fill(t, filepath.Join(root, "a", "b", "out"), "one")
	f.Create("unfinished.csv")
	if err := errors.Join(f.Abort(), f.Abort()); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, root); len(got) != 0 {
		t.Errorf("left %v", got)
	}
	if _, err := f.Create("late.csv"); err == nil {
		t.Error("a file was made after Abort")
	}
}

func TestCommitRefusesUnfinishedFiles(t *testing.T) {
	root := t.TempDir()
	f := fill(t, filepath.Join(root, "out"), "one")
	f.Create("unfinished.csv")
	if _, err := f.Commit(); err == nil {
		t.Error("committed")
	}
	if got := tree(t, root); len(got) != 0 {
		t.Errorf("left %v", got)
	}
}

// deadPID is the id of a process that has ended.
func deadPID(t *testing.T) int {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return cmd.Process.Pid
}

func TestLeftoversOfDeadProcesses(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "out")
	mark := func(pid int, rest string) string {
		return workPrefix(dir) + hostMark() + "." + strconv.Itoa(pid) + "." + rest
	}
	dead := deadPID(t)
	keep := []string{mark(os.Getpid(), "1"), workPrefix(dir) + "other-host." + strconv.Itoa(dead) + ".1", ".goldpan-out", ".goldpan-outer." + hostMark() + "." + strconv.Itoa(dead) + ".1"}
	for _, name := range append([]string{mark(dead, "1"), mark(dead, "2")}, keep...) {
		os.MkdirAll(filepath.Join(root, name, "out"), 0o700)
	}
	f := fill(t, dir, "one")
	f.Commit()
	for _, name := range keep {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			t.Errorf("%s is gone", name)
		}
	}
	if entries, _ := os.ReadDir(root); len(entries) != len(keep)+1 {
		t.Errorf("left %v", entries)
	}
}

// A process that dies between the two renames of Commit leaves the former
// folder under its work name; the next run puts it back.
func TestFormerFolderIsPutBack(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "out")
	fill(t, dir, "one").Commit()
	old := filepath.Join(root, workPrefix(dir)+hostMark()+"."+strconv.Itoa(deadPID(t))+".1.old")
	if err := os.Rename(dir, old); err != nil {
		t.Fatal(err)
	}
	fill(t, dir, "two").Abort()
	if d := cmp.Diff(written("out", "one"), tree(t, root)); d != "" {
		t.Error(d)
	}
}

func TestFolderThroughLink(t *testing.T) {
	root := t.TempDir()
	os.Mkdir(filepath.Join(root, "disk"), 0o700)
	if err := os.Symlink(filepath.Join(root, "disk"), filepath.Join(root, "link")); err != nil {
		t.Skip("symbolic links are absent here:", err)
	}
	fill(t, filepath.Join(root, "link", "out"), "one").Commit()
	fill(t, filepath.Join(root, "link", "out"), "two").Commit()
	if got := tree(t, filepath.Join(root, "disk"))["out/prospects.csv"]; got != "two" {
		t.Errorf("holds %q", got)
	}
}

func TestFolderForAGroup(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("groups are absent on Windows")
	}
	dir := filepath.Join(t.TempDir(), "out")
	f, err := NewFolder(dir, FolderOptions{Group: strconv.Itoa(os.Getgid())})
	if err != nil {
		t.Fatal(err)
	}
	write(t, f, "a/b.csv", "x")
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]fs.FileMode{dir: 0o750, dir + "/a": 0o750, dir + "/a/b.csv": 0o640} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	if _, err := NewFolder(dir+"2", FolderOptions{Group: "no such group here"}); err == nil {
		t.Error("an unknown group was taken")
	}
}

func TestCreateStaysInside(t *testing.T) {
	f := fill(t, filepath.Join(t.TempDir(), "out"), "one")
	defer f.Abort()
	for _, name := range []string{"../x.csv", "/etc/x.csv", "", "a/../../x"} {
		if out, err := f.Create(name); err == nil {
			t.Errorf("%q was made", name)
			out.Close()
		}
	}
	if names := slices.Sorted(maps.Keys(f.Outputs())); !slices.Equal(names, []string{"calllists/Ewa.xlsx", "prospects.csv", RunFile}) {
		t.Errorf("outputs %v", names)
	}
}

func BenchmarkFolderWrite(b *testing.B) {
	f, err := NewFolder(filepath.Join(b.TempDir(), "out"), FolderOptions{})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Abort()
	out, err := f.Create("x")
	if err != nil {
		b.Fatal(err)
	}
	block := make([]byte, csvBuffer)
	b.SetBytes(csvBuffer)
	for b.Loop() {
		out.Write(block)
	}
}

func TestBehind(t *testing.T) {
	text := []byte(strings.Repeat("goldpan ", 200_000))
	var got bytes.Buffer
	b := newBehind(&got)
	for i := 0; i < len(text); {
		n := min(len(text)-i, 1+i%300_001)
		b.Write(text[i : i+n])
		i += n
	}
	if err := b.close(); err != nil || !bytes.Equal(got.Bytes(), text) {
		t.Errorf("%d of %d bytes, %v", got.Len(), len(text), err)
	}
	full := newBehind(fullDisk{})
	for range 10 {
		full.Write(text)
	}
	if err := full.close(); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

var errFull = errors.New("disk full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestPlainSaysThatTheDiskIsFull(t *testing.T) {
	p := NewPlain(fullDisk{})
	p.Sheet("a", []string{"b"})
	for i := range 100_000 {
		p.Row(strconv.Itoa(i))
	}
	if err := p.Close(); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
	c := NewCSV(fullDisk{})
	var err error
	for range 100_000 {
		err = c.Row("row")
	}
	if !errors.Is(err, errFull) || !errors.Is(c.Flush(), errFull) {
		t.Errorf("csv: %v", err)
	}
}

// A link to nowhere is said to be one.
func TestOutputFolderThatIsADanglingLink(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if err := os.Symlink("nowhere", dir); err != nil {
		t.Skip("symbolic links are absent here:", err)
	}
	_, err := readFolder("out", dir)
	var refused *Error
	if !errors.As(err, &refused) || !refused.Usage || !strings.Contains(refused.Cause, "link") {
		t.Errorf("got %v", err)
	}
}
