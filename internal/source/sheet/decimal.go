package sheet

import (
	"math"
	"strconv"
)

// decimal is a number as its 15 significant digits.
type decimal struct {
	negative bool
	digits   []byte // without zeros at either end
	point    int    // how many of the digits stand before the point
}

func decimalOf(n float64) decimal {
	d := decimal{negative: n < 0}
	if n == 0 {
		return d
	}
	text := strconv.FormatFloat(math.Abs(n), 'e', 14, 64) // 1.23456789012345e+02
	power, _ := strconv.Atoi(text[17:])
	d.digits = append(append(d.digits, text[0]), text[2:16]...)
	d.point = power + 1
	d.trim()
	return d
}

func (d *decimal) trim() {
	n := len(d.digits)
	for n > 0 && d.digits[n-1] == '0' {
		n--
	}
	d.digits = d.digits[:n]
}

func (d *decimal) isZero() bool { return len(d.digits) == 0 }

// round rounds to so many decimals, half away from zero as people and
// spreadsheets do. It tells whether that lost anything.
func (d *decimal) round(decimals int) (lost bool) {
	keep := d.point + decimals
	if keep >= len(d.digits) {
		return false
	}
	if keep < 0 {
		d.digits = d.digits[:0]
		return true
	}
	up := d.digits[keep] >= '5'
	d.digits = d.digits[:keep]
	if up {
		i := keep - 1
		for i >= 0 && d.digits[i] == '9' {
			i--
		}
		if i < 0 {
			d.digits = append(d.digits[:0], '1')
			d.point++
		} else {
			d.digits[i]++
			d.digits = d.digits[:i+1]
		}
	}
	d.trim()
	return true
}

// split gives the digits before and behind the point.
func (d *decimal) split() (whole, part string) {
	if d.isZero() {
		return "", ""
	}
	digits := string(d.digits)
	for range d.point - len(digits) {
		digits += "0"
	}
	for range -d.point {
		part += "0"
	}
	cut := max(0, d.point)
	return digits[:cut], part + digits[cut:]
}

// append appends the plain number.
func (d *decimal) append(dst []byte, decimals int) []byte {
	whole, part := d.split()
	if d.negative && !d.isZero() {
		dst = append(dst, '-')
	}
	if whole == "" {
		whole = "0"
	}
	dst = append(dst, whole...)
	if decimals > 0 {
		dst = append(append(dst, '.'), part...)
		for range decimals - len(part) {
			dst = append(dst, '0')
		}
	}
	return dst
}
