package main

import (
	"fmt"
	"strconv"
)

// Tax numbers of invented firms have right check digits and beginnings that
// the registers have not given out, as far as known.

// nip is a Polish NIP: weights 6 5 7 2 3 4 5 6 7, modulo 11, never 10.
func nip(n uint64) string {
	for {
		body := fmt.Sprintf("100%06d", n%1e6)
		if check := weighted(body, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11; check < 10 {
			return body + strconv.Itoa(check)
		}
		n++
	}
}

// cui is a Romanian CUI: weights 7 5 3 2 1 7 5 3 2, times 10, modulo 11 and 10.
func cui(n uint64) string {
	body := fmt.Sprintf("99%06d", n%1e6)
	return body + strconv.Itoa(weighted("0"+body, 7, 5, 3, 2, 1, 7, 5, 3, 2)*10%11%10)
}

// orgnr is a Norwegian organisation number: weights 3 2 7 6 5 4 3 2, modulo 11.
func orgnr(n uint64) string {
	for {
		body := fmt.Sprintf("899%05d", n%1e5)
		if r := weighted(body, 3, 2, 7, 6, 5, 4, 3, 2) % 11; r != 1 {
			return body + strconv.Itoa((11-r)%11)
		}
		n++
	}
}

// siret is a French SIREN and the number of its head office, both by Luhn.
func siret(n uint64) string {
	siren := luhn(fmt.Sprintf("9996%04d", n%1e4))
	return luhn(siren + "0001")
}

// luhn appends the check digit of Luhn's formula.
func luhn(body string) string {
	sum := 0
	for i := range len(body) {
		x := int(body[len(body)-1-i] - '0')
		if i%2 == 0 {
			if x *= 2; x > 9 {
				x -= 9
			}
		}
		sum += x
	}
	return body + strconv.Itoa((10-sum%10)%10)
}

// ustID is a German USt-IdNr: ISO 7064, modulo 11,10.
func ustID(n uint64) string {
	body := fmt.Sprintf("999%05d", n%1e5)
	p := 10
	for i := range len(body) {
		s := (int(body[i]-'0') + p) % 10
		if s == 0 {
			s = 10
		}
		p = 2 * s % 11
	}
	return "DE" + body + strconv.Itoa((11-p)%10)
}

func weighted(body string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += w * int(body[i]-'0')
	}
	return sum
}
