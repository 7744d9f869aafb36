#pragma once

#include "formats/conformance/xliff2_names.h"

#include <span>

namespace verbale::conformance::xliff2 {

/// An element: `content` is its children in order, each "name", "name?", "name*" or "name+", a choice
/// "(a|b)+", "%*" for elements of other namespaces, "%%*" also of
/// the core, "#text" and "#inline" for what stands in a source; the
/// names of another namespace have its customary prefix. `attributes` are "name", "name!" when required, with
/// ":type"; "*" other namespaces' attributes too, "~" these without xml:, "@" the modules' alone.
/// The fields that begin with "22" are those of 2.2 when they differ.
struct ElementText
{
    Space space;
    const char *name;
    const char *section;
    const char *content;
    const char *attributes;
    const char *content22 = nullptr;
    const char *attributes22 = nullptr;
};

/// The modules' elements at an extension point.
struct ModulesText
{
    Space space;
    const char *element;
    const char *modules;
};

/// A module's attribute and the elements that it may stand on.
struct ModuleAttributeText
{
    Space space;
    const char *name;
    const char *type;
    const char *elements;
    const char *section;
};

std::span<const ElementText> elementTexts();
std::span<const ModulesText> modulesTexts();
std::span<const ModuleAttributeText> moduleAttributeTexts();

} // namespace verbale::conformance::xliff2
