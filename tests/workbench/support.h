#pragma once

#include "workbench/document_controller.h"
#include "workbench/main_window.h"
#include "workbench/questions.h"

#include <QtCore/QTemporaryDir>

namespace verbale::workbench {

class SegmentGrid;

/// A document of `count` segments, a paragraph each, as if it had been read from a text.
session::OpenedDocument madeDocument(int count);
/// The same of these sources.
session::OpenedDocument madeDocument(const QStringList &sources);

/// A segment whose source has a pair of codes and one that stands alone: "⟨b⟩Hà Nội⟨/b⟩⟨br/⟩".
Segment segmentWithCodes();

InlineText plain(const QString &text);
TermHit term(const QString &source, const QString &surface, const QString &english,
             TermStatus status = TermStatus::Preferred);

/// Writes a short text of our own into a folder; returns its path.
QString writeText(const QTemporaryDir &folder, const QString &name = QStringLiteral("cong-ham.txt"));

/// Sends a key for each letter, of any script; QTest knows Latin ones alone.
void typeLetters(QWidget *widget, const QString &text);

/// Answers what it was told to, and counts.
class SetAnswers final : public Questions
{
public:
    struct Record
    {
        Unsaved unsaved = Unsaved::Cancel;
        QString open;
        QStringList filters; ///< that fileToOpen() was given
        QString save;
        QString review;
        QString plugin; ///< archive or folder
        QString settingsFile;
        QString exported;
        QStringList glossaries;
        QString glossary;
        Unsaved entries = Unsaved::Cancel;
        int unsavedAsked = 0;
        bool leaveUndecided = true;
        int undecidedAsked = 0; ///< how many segments it was asked about last
        int entriesAsked = 0;
    };
    explicit SetAnswers(Record &record) : m_record(record) {}
    Unsaved unsavedEdits(QWidget *, const QString &) override
    {
        ++m_record.unsavedAsked;
        return m_record.unsaved;
    }
    bool leaveUndecided(QWidget *, int segments) override
    {
        m_record.undecidedAsked = segments;
        return m_record.leaveUndecided;
    }
    Unsaved unsavedEntries(QWidget *, int) override
    {
        ++m_record.entriesAsked;
        return m_record.entries;
    }
    QStringList glossariesToOpen(QWidget *) override { return m_record.glossaries; }
    QString glossaryToSave(QWidget *, const QString &, const QString &) override { return m_record.glossary; }
    QString fileToOpen(QWidget *, const QString &, const QStringList &filters) override
    {
        m_record.filters = filters;
        return m_record.open;
    }
    QString fileToSave(QWidget *, const QString &) override { return m_record.save; }
    QString reviewToOpen(QWidget *, const QString &) override { return m_record.review; }
    QString settingsFile(QWidget *, const QString &) override { return m_record.settingsFile; }
    QString fileToExport(QWidget *, const QString &, const QString &) override { return m_record.exported; }
    QString pluginArchive(QWidget *) override { return m_record.plugin; }
    QString pluginFolder(QWidget *) override { return m_record.plugin; }

private:
    Record &m_record;
};

/// Services for a window that finds no plugins, keeps no settings and asks `record`.
WindowServices quietServices(SetAnswers::Record &record);

/// A window with a document, active, as a test of keys needs it.
struct ShownWindow
{
    explicit ShownWindow(const session::OpenedDocument &document);

    SetAnswers::Record answers;
    MainWindow window{quietServices(answers)};

    [[nodiscard]] EditorPage *page() const { return window.editorPage(); }
    [[nodiscard]] SegmentGrid *grid() const;
    [[nodiscard]] QString hint() const; ///< what the status bar says for a while
};

} // namespace verbale::workbench
