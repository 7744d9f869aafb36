#pragma once

#include "plugins/machine-translation/judge/tag_codec.h"

#include <random>

namespace verbale::mt::samples {

using Random = std::mt19937;

/// From 0 to `below` - 1.
qsizetype anyBelow(Random &random, qsizetype below);

/// Words with up to eight codes among them: pairs that nest, pairs that cross, halves of pairs, lone codes.
MarkedText randomText(Random &random);

/// What services and models do to tags, `times` times over: lost, doubled, moved, swapped, turned round,
/// renamed, escaped, torn open, filled with words, put among strangers.
QString mutated(QString text, int times, Random &random);

/// What is wrong with an accepted answer, told from the source alone and without the decoder's help; empty
/// when it is sound: every code once, pairs in order, pairs that crossed nothing still crossing nothing.
QString broken(const MarkedText &source, const DecodedText &decoded);

} // namespace verbale::mt::samples
