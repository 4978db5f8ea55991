package main

import (
	"math/rand/v2"
	"sort"
)

// dice draws everything random from one seed. It is re-seeded for each thing
// drawn (this firm, that person), so each can be drawn again at any time and
// comes out the same, and no thing need be kept in memory.
type dice struct {
	seed uint64
	pcg  *rand.PCG
	*rand.Rand
}

// The kinds of things drawn; part of the seed, so that firm 7 and person 7
// have nothing in common.
const (
	planKind = iota + 1
	firmKind
	familyKind
	personKind
	jobKind
	rowKind
	orderKind
	suppressKind
	sampleKind
)

func newDice(seed uint64) *dice {
	pcg := rand.NewPCG(seed, 0)
	return &dice{seed: seed, pcg: pcg, Rand: rand.New(pcg)}
}

// of seeds the dice for number n of a kind.
func (d *dice) of(kind, n uint64) *dice {
	d.pcg.Seed(d.seed^mix(kind), mix(n<<8|kind))
	return d
}

// mix is the finalizer of SplitMix64 (Steele, Lea, Flood 2014): neighbouring
// numbers come out far apart.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func (d *dice) chance(p float64) bool { return d.Float64() < p }

// one picks one of the words, all alike.
func (d *dice) one(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[d.IntN(len(words))]
}

// bag is a choice with weights.
type bag []float64 // running sums

func (b *bag) add(weight float64) {
	sum := weight
	if len(*b) > 0 {
		sum += (*b)[len(*b)-1]
	}
	*b = append(*b, sum)
}

func (d *dice) from(b bag) int {
	x := d.Float64() * b[len(b)-1]
	return sort.Search(len(b), func(i int) bool { return b[i] > x })
}

// ranked is a bag of n things in order of frequency: the r-th weighs
// 1/(r+flat), the law names follow well enough (Zipf-Mandelbrot).
func ranked(n int, flat float64) bag {
	var b bag
	for r := range n {
		b.add(1 / (float64(r) + flat))
	}
	return b
}
