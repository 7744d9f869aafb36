#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringView>

#include <memory>

struct sb_stemmer;

namespace verbale::glossary {

/// What an English word is compared by. Two words have a form in common when they are the same word in
/// another number, spelling or, by `stem`, another inflection.
struct EnglishForms
{
    QString plain; ///< small letters, without marks; a word with a Vietnamese syllable's marks keeps them
    QString noun;  ///< `plain` in the singular and in one of the two spellings (organization, center)
    QString stem;  ///< of `noun` or of the verb that it is a form of: Snowball's English stemmer
    friend bool operator==(const EnglishForms &, const EnglishForms &) = default;
};

/// The forms of English words. The irregular ones are tables, plurals and British spellings are rules that
/// need not give words as long as they give the same for both spellings; what the stemmer throws together
/// (international, internal) is kept apart by a list. Not thread-safe: it keeps what it has worked out.
class EnglishWords
{
public:
    EnglishWords();
    ~EnglishWords();
    EnglishWords(const EnglishWords &) = delete;
    EnglishWords &operator=(const EnglishWords &) = delete;

    /// Of a word without apostrophe-s: letters, with apostrophes inside ("d'affaires").
    EnglishForms formsOf(QStringView word);

private:
    [[nodiscard]] QString stemOf(const QString &word) const;
    EnglishForms workOut(QStringView word) const;

    struct CloseStemmer
    {
        void operator()(sb_stemmer *stemmer) const;
    };
    std::unique_ptr<sb_stemmer, CloseStemmer> m_stemmer;
    QHash<QString, EnglishForms> m_known;
};

/// The value of a number word: "three" is 3, "fifty" is 50, with `ordinal` set "third" is 3. 0 for others.
int englishNumberWord(QStringView plain, bool &ordinal);

} // namespace verbale::glossary
