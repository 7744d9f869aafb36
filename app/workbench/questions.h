#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

class QWidget;

namespace verbale::workbench {

/// What the window asks its user; tests answer in their place.
class Questions
{
public:
    enum class Unsaved { Save, Discard, Cancel };

    virtual ~Questions() = default;
    virtual Unsaved unsavedEdits(QWidget *parent, const QString &name) = 0;
    /// Entries of the glossary that were written in and are not saved.
    virtual Unsaved unsavedEntries(QWidget *parent, int count) = 0;
    /// Whether to leave a document with segments of which nobody has decided whose edit stays.
    virtual bool leaveUndecided(QWidget *parent, int segments) = 0;
    virtual QStringList glossariesToOpen(QWidget *parent) = 0;
    /// `filter`: of a file dialog.
    virtual QString glossaryToSave(QWidget *parent, const QString &proposal, const QString &filter) = 0;
    /// `filters`: of files that plugins read, as in "SubRip subtitles (*.srt)". Empty: the user thought
    /// better of it.
    virtual QString fileToOpen(QWidget *parent, const QString &folder, const QStringList &filters) = 0;
    virtual QString fileToSave(QWidget *parent, const QString &proposal) = 0;
    virtual QString pluginArchive(QWidget *parent) = 0;
    virtual QString pluginFolder(QWidget *parent) = 0;
    /// The reviewed copy of a document.
    virtual QString reviewToOpen(QWidget *parent, const QString &folder) = 0;
    /// A file that the settings are to name. `title`: what it is.
    virtual QString settingsFile(QWidget *parent, const QString &title) = 0;
    /// `filter`: of a file dialog.
    virtual QString fileToExport(QWidget *parent, const QString &proposal, const QString &filter) = 0;
};

/// The path with .xlf added, unless it ends in .xlf or .xliff in letters of any size.
QString withXliffSuffix(const QString &path);

/// The filters of the dialog to open a document, the first one for all files that can be opened.
QString openFilter(const QStringList &pluginFilters);

/// Asks with dialogs.
class DialogQuestions final : public Questions
{
public:
    Unsaved unsavedEdits(QWidget *parent, const QString &name) override;
    Unsaved unsavedEntries(QWidget *parent, int count) override;
    bool leaveUndecided(QWidget *parent, int segments) override;
    QStringList glossariesToOpen(QWidget *parent) override;
    QString glossaryToSave(QWidget *parent, const QString &proposal, const QString &filter) override;
    QString fileToOpen(QWidget *parent, const QString &folder, const QStringList &filters) override;
    QString fileToSave(QWidget *parent, const QString &proposal) override;
    QString reviewToOpen(QWidget *parent, const QString &folder) override;
    QString settingsFile(QWidget *parent, const QString &title) override;
    QString fileToExport(QWidget *parent, const QString &proposal, const QString &filter) override;
    QString pluginArchive(QWidget *parent) override;
    QString pluginFolder(QWidget *parent) override;
};

} // namespace verbale::workbench
