#pragma once

#include <cstddef>

/// What bare libraries need to take an XLIFF file in: nothing is understood of it but units, sources and
/// targets. To be run beside ours, so that a figure is a ratio.
namespace floors {

/// A tree of the whole file by pugixml, white space kept. False when the bench was built without it.
bool readWithPugixml(const char *path);

/// Units as three strings by expat, inline elements as their text. Returns how many.
std::size_t readWithExpat(const char *path);

/// The same, and the units written again.
std::size_t copyWithExpat(const char *path, const char *output);

} // namespace floors
