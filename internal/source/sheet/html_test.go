package sheet

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestHTML(t *testing.T) {
	head := "<tr><th>name</th><th>city</th></tr>"
	for name, c := range map[string]struct {
		page string
		want []numbered
	}{
		"plain":     {"<html><body><table>" + head + "<tr><td>a &lt; b</td><td>x<br>y</td></tr></table>", []numbered{{1, []string{"name", "city"}}, {2, []string{"a < b", "x\ny"}}}},
		"no ends":   {"<TABLE>" + "<TR><TD nowrap>name<TD>city<TR><TD>&nbsp;a<TD>b", []numbered{{1, []string{"name", "city"}}, {2, []string{"a", "b"}}}},
		"spans":     {"<table><tr><td rowspan=2>a</td><td colspan='2'>b</td><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr><tr><td>g</td></tr></table>", []numbered{{1, []string{"a", "b", "", "c"}}, {2, []string{"", "d", "e", "f"}}, {3, []string{"g"}}}},
		"noise":     {"<!DOCTYPE html><head><style>td{a<b}</style><title>t</title></head><![if x]><!--[if gte mso 9]><xml></xml><![endif]--><table>" + head + "<tr><td><b>a</b> <i>b</i></td><td>1 < 2</td></tr></table>", []numbered{{1, []string{"name", "city"}}, {2, []string{"a b", "1 < 2"}}}},
		"number":    {`<table>` + head + `<tr><td x:num="48600123456">4.86E+10</td><td x:num="0.5">50%</td></tr></table>`, []numbered{{1, []string{"name", "city"}}, {2, []string{"48600123456", "50%"}}}},
		"encoding":  {"<meta http-equiv=Content-Type content='text/html; charset=windows-1250'><table>" + head + "<tr><td>\xa3\xf3d\x9f</td><td>b</td></tr></table>", []numbered{{1, []string{"name", "city"}}, {2, []string{"Łódź", "b"}}}},
		"two below": {"<table>" + head + "<tr><td>a</td><td>b</td></tr></table><p>x</p><table><tr><td>c</td><td>d</td></tr></table>", []numbered{{1, []string{"name", "city"}}, {2, []string{"a", "b"}}, {4, []string{"c", "d"}}}},
	} {
		w, err := OpenHTML(strings.NewReader(c.page), int64(len(c.page)), testOptions)
		if err != nil {
			t.Error(name, err)
			continue
		}
		rows, err := readSheet(w.Sheets[0])
		if err != nil {
			t.Error(name, err)
		}
		if diff := cmp.Diff(c.want, rows); diff != "" {
			t.Error(name, diff)
		}
	}
}

func TestHTMLRefused(t *testing.T) {
	rows := strings.Repeat("<tr><td>a</td><td>b</td></tr>", 3)
	for name, c := range map[string]struct {
		page string
		want error
	}{
		"no table": {"<html><body>Not found", ErrFormat},
		"layout":   {"<table><tr><td>menu</td></tr><tr><td>text</td></tr></table>", ErrFormat},
		"wide":     {"<table><tr><td colspan=99999>a</td><td>b</td></tr>" + rows, ErrLimit},
		"long":     {"<table><tr><td>" + strings.Repeat("x y ", 300_000) + "</td></tr>" + rows, ErrLimit},
	} {
		if _, err := OpenHTML(strings.NewReader(c.page), int64(len(c.page)), testOptions); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// TestHTMLOpenTag is a tag whose attribute never ends: looking for its end must
// not begin anew at every ">".
func TestHTMLOpenTag(t *testing.T) {
	page := "<table><tr><td>a</td><td>b</td></tr><tr><td x=\"" + strings.Repeat(">", 1<<20)
	start := time.Now()
	if _, err := OpenHTML(strings.NewReader(page), int64(len(page)), testOptions); err == nil {
		t.Error("read")
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

// FuzzHTML feeds a web page.
func FuzzHTML(f *testing.F) {
	f.Add([]byte("<table><tr><td rowspan=2>a<td colspan=3>b<tr><th x:num='1'>1E+1<td>x</table><table><tr><td>a<td>b"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if w, err := OpenHTML(bytes.NewReader(raw), int64(len(raw)), fuzzOptions); err == nil {
			checkRows(t, w)
		}
	})
}
