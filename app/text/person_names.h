#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

#include <vector>

namespace verbale::text {

/// The names of persons in a Vietnamese text, in order, none over another; spans are the text's own UTF-16
/// units, from the first letter of a name to its last. Found are: a family name with the capitalised
/// syllables after it, with or without its marks ("Nguyễn Văn An", "Pham Minh Chinh"), in lines of capitals
/// too; what has capitals behind a way to address a person ("bà Mai") or behind an office and what belongs to
/// it ("Bộ trưởng Ngoại giao Trung Quốc Vương Nghị"); names of other languages behind both ("Tổng thống Hoa
/// Kỳ John Smith", "ông Pu-tin"). Titles are no part of a name, and neither are places, ministries and
/// streets that begin alike ("Hà Nội", "đường Lê Lợi"). In doubt it is a name. A foreign name of one
/// word that nothing introduces is not found: see KnownNames. Composition, the tone's place and the kind of
/// spaces make no difference. What hyphens, initials and particles join to a name is found with it
/// ("Mai-Lan", "John F. Kennedy", "Trần T. B. Hà"). Thread-safe; linear.
std::vector<Span> personNames(QStringView text);

/// Names that stand somewhere in a document, so that they are found where nothing says that they are ones:
/// "Joe Biden" once, "Biden" afterwards. A value.
class KnownNames
{
public:
    /// Takes the names of a text: whole, a Vietnamese one also without its family name where two syllables
    /// are left, and of a foreign one every word of three letters or more. What is left may be the name of a
    /// place or a common word, or a single syllable: then it is found behind an office or a way to address
    /// a person ("Thứ trưởng Việt"), and where it says something ("Trung nói").
    void learn(QStringView text, const std::vector<Span> &names);

    /// Where the text has one of them with capitals; in order, the longest at each place.
    [[nodiscard]] std::vector<Span> find(QStringView text) const;

    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty(); }

private:
    static void add(QHash<QString, QList<QStringList>> &to, const QStringList &words);

    QHash<QString, QList<QStringList>> m_names; ///< words in small letters, by the first of them
    QHash<QString, QList<QStringList>> m_given; ///< likewise, found only where a person is meant
};

/// Of each of the names that were found in a text, whether it is one of another language in the letters of
/// Vietnamese: with hyphens ("Pu-tin"), or behind a foreign country ("Chủ tịch Trung Quốc Tập Cận Bình").
/// Thread-safe; linear.
std::vector<bool> areSpeltInVietnamese(QStringView text, const std::vector<Span> &names);

} // namespace verbale::text
