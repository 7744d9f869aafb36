#pragma once

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace verbale::xml {

/// An attribute in the text of a tag: [start, end) covers the white space before it too.
struct TagAttribute
{
    QString name; ///< with its prefix
    QString raw;  ///< the value as it stands, references unresolved, without the quotes
    qsizetype start = 0;
    qsizetype valueStart = 0;
    qsizetype end = 0;
};

/// The text of one tag taken apart.
struct Tag
{
    enum class Kind { Open, Close, Empty };
    Kind kind = Kind::Open;
    QString name; ///< with its prefix
    std::vector<TagAttribute> attributes;
    qsizetype nameEnd = 0;

    [[nodiscard]] const TagAttribute *attribute(QStringView name) const;
    [[nodiscard]] QString prefix() const; ///< "xlf:" of "xlf:pc"; empty when there is none
    [[nodiscard]] QString localName() const;
};

/// `markup` taken apart when it is exactly one tag, "<a b='c'>", "</a>" or "<a/>", and nothing else.
std::optional<Tag> scanTag(QStringView markup);

} // namespace verbale::xml
