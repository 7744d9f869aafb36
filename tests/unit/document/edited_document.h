#pragma once

#include "document/edit_history.h"
#include "document/journal_entry.h"

#include <QtCore/QList>

#include <random>

namespace verbale {

/// A document of `units` paragraphs of one to three sentences each, some with inline codes, and left-out
/// lines.
Document madeDocument(int units);

/// A document that is edited at random, with everything that an edit history can do to it. What was done is
/// handed out as entries of a journal.
class EditedDocument
{
public:
    EditedDocument(Document document, unsigned seed) : m_document(std::move(document)), m_random(seed) {}

    /// One edit, undo, redo, or change of the structure; nothing where chance chose what cannot be done.
    std::optional<JournalEntry> step();
    [[nodiscard]] const Document &document() const { return m_document; }
    EditHistory &history() { return m_history; }

private:
    int upTo(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    std::optional<JournalEntry> noted(const std::optional<DocumentChange> &change, bool typing = false);
    std::optional<JournalEntry> type();
    std::optional<JournalEntry> confirm();
    std::optional<JournalEntry> split();
    std::optional<JournalEntry> merge();
    std::optional<JournalEntry> leaveOut();
    std::optional<JournalEntry> bringBack();
    SegmentRef anySegment();

    Document m_document;
    EditHistory m_history;
    std::mt19937 m_random;
    qint64 m_time = 1'000'000;
};

/// What a file would keep of a document, as text: equal for documents that differ only in what plugins add.
QString described(const Document &document);

} // namespace verbale
