#pragma once

#include "document/document.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <random>

namespace verbale::testing {

/// Every value of a document that XLIFF keeps, as text: equal texts mean equal documents, and a failed
/// comparison shows the line that differs.
QStringList describe(const Document &document);

/// A short communiqué with everything that a draft holds.
Document sampleDocument();

/// Makes documents whose codes are markup of XLIFF 2, so that their every value comes back exactly. They have
/// any text that UTF-16 can hold, control characters and lone surrogates included; notes and terms hold what
/// XML can.
class XliffDocuments
{
public:
    explicit XliffDocuments(unsigned seed) : m_random(seed) {}
    Document next();

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    QString text(int longest, bool xmlOnly);
    InlineText inlineText(int longest);
    Unit unit(int number);
    Segment segment(int number, const QString &key);
    TermHit hit(const QString &text);
    Suggestion suggestion(const QString &key);

    std::mt19937 m_random;
    int m_code = 0;
};

/// The folder of shared material for tests, or an empty string.
QString sharedFolder();

} // namespace verbale::testing
