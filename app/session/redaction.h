#pragma once

#include "document/document.h"
#include "session/settings.h"
#include "text/person_names.h"

#include <verbale/sdk/result.h>
#include <verbale/sdk/translation_provider.h>

#include <memory>

namespace verbale::session {

/// What is taken out of texts before a service gets them.
struct RedactionRules
{
    bool persons = false;  ///< names of persons
    bool figures = false;  ///< figures and dates, and whatever has a digit
    QStringList termFiles; ///< termbases of which no term may leave

    [[nodiscard]] bool isEmpty() const { return !persons && !figures && termFiles.isEmpty(); }
    friend bool operator==(const RedactionRules &, const RedactionRules &) = default;
};

/// "redact" of the settings' "machineTranslation": {"persons": true, "figures": true, "terms": ["FILE"]}.
/// Errors: mt.settings, for a member of another name or kind too.
Result<RedactionRules> redactionRules(const Settings &settings);
/// What a list such as "persons,figures,terms" asks for; "none" is nothing. The files are the settings'.
/// Errors: mt.redaction-unknown, mt.settings, and "terms" where the settings name no file.
Result<RedactionRules> redactionRules(const QString &list, const Settings &settings);

enum class RedactedKind { Person, Figure, Term };

/// Something that was taken out, and a code that stands in its place.
struct RedactedSpan
{
    RedactedKind kind = RedactedKind::Person;
    QString source;            ///< as it stood
    QString restored;          ///< what is put back
    bool joinedBefore = false; ///< no space stood before it, but a letter or a digit
    bool joinedAfter = false;
    bool isDoubtful = false; ///< it is put back as it stood, and may be written otherwise in English
};

/// A segment of which nothing that was taken out is left.
struct RedactedSegment
{
    SegmentText text; ///< without the target and what its codes stand for
    QList<TermHit>
        terms; ///< those that touch nothing that was taken out, with their span, English and status
    QList<qsizetype> codes;    ///< for each of text.codes the segment's own code; -1 - n: `spans[n]`
    QList<RedactedSpan> spans; ///< in the order of the text
};

/// What redaction took out of the segments of a question.
struct RedactionCounts
{
    qsizetype persons = 0;
    qsizetype figures = 0;
    qsizetype terms = 0;
    void add(const RedactedSegment &segment);
    [[nodiscard]] qsizetype all() const { return persons + figures + terms; }
};

/// Takes out of segments what may not leave, by rules that were read once. Any thread.
class Redactor
{
public:
    /// Reads the termbases. `profile`: the house style by which figures and terms are written. Errors:
    /// mt.redaction-language for persons in another language than Vietnamese; a termbase that cannot be read
    /// whole, as what it holds might leave otherwise; those of reading a house style.
    static Result<std::shared_ptr<const Redactor>> load(const RedactionRules &rules,
                                                        const QString &sourceLanguage,
                                                        const QString &targetLanguage,
                                                        const QString &profile = {});
    ~Redactor();

    [[nodiscard]] const RedactionRules &rules() const;

    /// The names that stand anywhere in a document, where persons are to be taken out. Those of the document
    /// that was asked about last are remembered.
    [[nodiscard]] text::KnownNames namesOf(const Document &document) const;

    /// Each span becomes one more inline code, numbered anew in the order of the text. What overlaps is taken
    /// out together; a span with inline codes in it leaves them where they are. With the figures everything
    /// goes that has a digit; words for less than ten stay ("hai nước").
    [[nodiscard]] RedactedSegment redact(const SegmentText &text, const QList<TermHit> &terms,
                                         const text::KnownNames &names = {}) const;

private:
    class Parts;
    explicit Redactor(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

/// The redactor that the settings ask for, with their house style, for a document's languages. Errors: those
/// of redactionRules() and Redactor::load().
Result<std::shared_ptr<const Redactor>> machineRedactor(const Settings &settings, const Document &document);

/// Puts back into a translation what was taken out of its segment: persons as they stand, or in the
/// glossary's English; figures as English writes them; terms in the preferred English. The codes are the
/// segment's own again. A translation that lost something or has it twice gets an error instead of its text:
/// mt.redaction-lost, mt.redaction-twice.
Translation restored(const RedactedSegment &segment, Translation translation);

} // namespace verbale::session
