// Package market holds the reference data of the markets goldpan serves:
// countries, numbering plans, postal codes, legal forms, job titles, header
// synonyms, vendor layouts, mail domains, rating scales and contact rules.
// Each topic is a data file with its source and the day it was checked, and a
// small file of look-ups beside it.
package market
