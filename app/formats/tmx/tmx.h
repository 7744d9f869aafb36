#pragma once

#include "document/inline_text.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace verbale::tmx {

/// An attribute as it stands in the file, with its prefix: {"creationid", "lan"}.
struct TmxAttribute
{
    QString name;
    QString value;
    friend bool operator==(const TmxAttribute &, const TmxAttribute &) = default;
};

/// The attributes of a header, unit or variant, in the order of the file.
class TmxAttributes
{
public:
    [[nodiscard]] QString value(QLatin1String name) const; ///< empty when there is none
    [[nodiscard]] bool has(QLatin1String name) const;
    void set(const QString &name, const QString &value); ///< an empty value takes it away
    void append(TmxAttribute attribute) { m_all.append(std::move(attribute)); }
    [[nodiscard]] const QList<TmxAttribute> &all() const { return m_all; }
    friend bool operator==(const TmxAttributes &, const TmxAttributes &) = default;

private:
    QList<TmxAttribute> m_all;
};

/// A <note> (its type is empty) or a <prop>.
struct TmxDetail
{
    enum class Kind { Note, Property };
    Kind kind = Kind::Note;
    QString type;
    QString text;
    QString language; ///< xml:lang, or lang of the old versions
    QString encoding; ///< o-encoding
    friend bool operator==(const TmxDetail &, const TmxDetail &) = default;
};

/// A <map> of a user-defined encoding.
struct TmxCharacter
{
    QString unicode;
    QString code;
    QString entity;
    QString substitute;
    friend bool operator==(const TmxCharacter &, const TmxCharacter &) = default;
};

/// A <ude>: characters that the file's author has defined.
struct TmxUserEncoding
{
    QString name;
    QString base;
    QList<TmxCharacter> characters;
    friend bool operator==(const TmxUserEncoding &, const TmxUserEncoding &) = default;
};

struct TmxHeader
{
    QString version = QStringLiteral("1.4"); ///< of the file: "1.1" to "1.4"
    TmxAttributes attributes;
    QList<TmxDetail> details;
    QList<TmxUserEncoding> encodings;
    friend bool operator==(const TmxHeader &, const TmxHeader &) = default;
};

/// A text in one language. bpt, ept, it, ph and ut are codes with all of their markup; of hi the tags are
/// codes and the text in it is text.
struct TmxVariant
{
    QString language;         ///< BCP 47 as it stands in the file; empty when it does not say
    TmxAttributes attributes; ///< but for the language
    QList<TmxDetail> details;
    InlineText text;
    friend bool operator==(const TmxVariant &, const TmxVariant &) = default;
};

/// A <tu>: the same text in several languages.
struct TmxUnit
{
    TmxAttributes attributes;
    QList<TmxDetail> details;
    QList<TmxVariant> variants;
    qint64 offset = 0; ///< of its start tag in the file, in bytes

    [[nodiscard]] QString id() const { return attributes.value(QLatin1String("tuid")); }
    /// Of the unit, or else of the header; "*all*" when any variant may be the source.
    [[nodiscard]] QString sourceLanguage(const TmxHeader &header) const;
    /// The variant that is best in the language: "vi" finds "vi-VN" and "VI", "vi-VN" finds "vi";
    /// nullptr when none is in it.
    [[nodiscard]] const TmxVariant *variant(QStringView language) const;
    /// Equal but for the place.
    friend bool operator==(const TmxUnit &a, const TmxUnit &b)
    {
        return a.attributes == b.attributes && a.details == b.details && a.variants == b.variants;
    }
};

/// How well a variant's language serves one that is wanted: 0 not at all, 3 the same, 2 one of the two says
/// more ("vi", "vi-VN"), 1 two regions or scripts of one language. Case, "_" for "-", and codes of three
/// letters where there is one of two ("vie") do not matter (RFC 4647, 3.4).
int languageFit(QStringView wanted, QStringView offered);

/// YYYYMMDDThhmmssZ.
QString dateText(const QDateTime &date);
std::optional<QDateTime> parseDate(QStringView text);

} // namespace verbale::tmx
