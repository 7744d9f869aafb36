#pragma once

#include "glossary/engine/english_text.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <vector>

namespace verbale::glossary {

/// How closely a place of a text is the term.
enum class EnglishFit : quint8 {
    Exact, ///< letter by letter, but for the first capital, quotation marks and dashes
    Form,  ///< in another case, number, spelling, inflection, with or without a hyphen or an article
    Loose, ///< with words between ("held fruitful talks"), or a name without its capital ("the party")
};

/// A place of a text that carries a term.
struct EnglishPlace
{
    QList<Span> spans; ///< in order; several when other words stand between
    EnglishFit fit = EnglishFit::Form;

    [[nodiscard]] qsizetype start() const { return spans.first().start; }
    [[nodiscard]] qsizetype end() const { return spans.last().end; }
    /// Whether this place lies within the other one and is shorter.
    [[nodiscard]] bool within(const EnglishPlace &other) const;
    friend bool operator==(const EnglishPlace &, const EnglishPlace &) = default;
};

/// A term prepared for being looked for.
class EnglishTerm
{
public:
    EnglishTerm(const QString &term, EnglishWords &words);

    /// Every place, in order, none over another; of places at one word the closest fit.
    [[nodiscard]] QList<EnglishPlace> placesIn(const EnglishText &text, QStringView original) const;

    /// Where a short form stands for a name of several words: "the Ministry" for "Ministry of Foreign
    /// Affairs"; an empty span when nowhere.
    [[nodiscard]] Span shortFormIn(const EnglishText &text) const;

    /// The words that it is compared by: the same for terms that a text cannot tell apart but by its letters.
    [[nodiscard]] QString key() const;
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    using Words = std::vector<EnglishToken>;

    [[nodiscard]] bool isName() const;
    void addPossessive();
    void addAcronyms(EnglishWords &words);
    [[nodiscard]] bool mayHaveWordsBetween() const;
    [[nodiscard]] bool isAcronymOf(const EnglishToken &token) const;

    QString m_text;
    Words m_words;
    Words m_turned;          ///< "Viet Nam's Prime Minister" for "Prime Minister of Viet Nam"
    std::size_t m_owner = 0; ///< in m_turned, the word with the apostrophe
    QStringList m_acronyms;  ///< computed: "tac" for "Treaty of Amity and Cooperation"
};

} // namespace verbale::glossary
