#pragma once

#include "document/apply_changes.h"
#include "document/document.h"
#include "document/edit_history.h"
#include "host/plugin_host.h"
#include "session/journals.h"
#include "session/open.h"
#include "session/save.h"
#include "session/statistics.h"
#include "workbench/status.h"

#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace verbale::session {
struct MachineReport;
struct ReviewChange;
struct TranslateQuestion;
} // namespace verbale::session

namespace verbale::workbench {

/// How a file is to be opened.
enum class OpenMode {
    Continue,  ///< goes on with NAME.xlf where it stands beside NAME.txt
    StartAnew, ///< from the text; a working file that stands beside it is kept under another name
    WholeFile, ///< as StartAnew, and every line of the text is kept
    TakeOver,  ///< as Continue, from another window that has the file open
};

/// A document that has just been opened, as the window tells its reader.
struct OpenReport
{
    QString chosenPath;     ///< what was asked for
    bool continued = false; ///< the working file beside the text was opened in its place
    QString backup;         ///< where the former working file went
    QList<session::DroppedLine> dropped;
    QStringList warnings;
    std::optional<text::Encoding> encoding; ///< of a text that was read now
    double encodingConfidence = 1;
    std::shared_ptr<session::OpenedJournal> journal; ///< until somebody takes it
    AppliedChanges restored; ///< unsaved edits of before, which are in the document again
    FileIdentity read;       ///< the file that was read, where there are journals
};

using session::FileStamp;

/// The open document and what can be done with it, without widgets. Rows are the segments in reading order.
/// Lives on the GUI thread; files are read on a worker.
class DocumentController final : public QObject
{
    Q_OBJECT
public:
    explicit DocumentController(QObject *parent = nullptr);
    ~DocumentController() override;

    /// From now on the journal of a file is opened with it, and what was not saved is restored.
    void setJournals(const session::JournalOptions &options) { m_journals = options; }
    /// Files that only plugins may be able to read wait until setPlugins().
    void awaitPlugins();
    /// The running plugins, which read files of their formats.
    void setPlugins(std::shared_ptr<host::PluginHost> plugins);
    /// The open document's, for the one who writes it.
    [[nodiscard]] std::shared_ptr<session::OpenedJournal> takeJournal();

    /// Ends in opened() or openFailed(); a later call takes the place of an earlier one. The document that is
    /// open stays until the new one is there; it stays altogether (openFailed(), workbench.edited-meanwhile)
    /// when it was edited since the call.
    /// A text is taken for `encoding` where there is one.
    void openLater(const QString &path, OpenMode mode = OpenMode::Continue,
                   std::optional<text::Encoding> encoding = {});
    [[nodiscard]] bool isOpening() const { return m_opening; }
    void adopt(session::OpenedDocument file, OpenReport report);
    /// A file that is being opened is given up as well.
    void close();

    [[nodiscard]] bool hasDocument() const { return !m_workingFile.isEmpty(); }
    [[nodiscard]] const Document &document() const { return m_document; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &workingFile() const { return m_workingFile; }
    [[nodiscard]] const OpenReport &report() const { return m_report; }
    /// Whether there is something that the working file does not hold: edits, or what plugins added since.
    [[nodiscard]] bool isModified() const
    {
        return m_history.isModified() || (m_assistedSinceSave && !m_readOnly);
    }
    /// Of a document that is only looked at nothing can be edited, and it cannot be saved. Every document is
    /// opened for editing.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const Segment &segment(int row) const { return m_document.at(m_rows[row]); }
    [[nodiscard]] const Unit &unit(int row) const { return m_document.units[m_rows[row].unit]; }
    [[nodiscard]] SegmentRef refAt(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(const SegmentRef &ref) const;
    [[nodiscard]] int rowOfKey(const QString &segmentKey) const { return m_rowsByKey.value(segmentKey, -1); }
    [[nodiscard]] int rowOfAddress(const SegmentAddress &where) const;
    /// "segment 15", as the grid counts, in the place of the key of one: segment "f1/u15/s1".
    [[nodiscard]] QString withRowNumbers(const QString &sentence) const;
    [[nodiscard]] bool isEditable(int row) const;
    [[nodiscard]] int firstUnconfirmed() const { return nextUnconfirmed(-1); }
    /// The next row after `row` that waits for its confirmation, from the top again after the end; -1: none.
    [[nodiscard]] int nextUnconfirmed(int row) const;

    /// What the editor holds after each change. Changes of one word become one step of undo; the text of a
    /// confirmed segment that is changed waits for its confirmation again.
    void type(int row, const InlineText &target);
    /// The next change begins a new step of undo: the cursor was moved, or the row was left.
    void endTyping();
    /// One step of undo of its own, as the Undo menu calls it.
    void setTarget(int row, const InlineText &target, const QString &label);
    /// A version of before, with its state, as one step of undo.
    void restoreVersion(int row, const TargetVersion &version, const QString &label);
    /// New targets for several rows, as one step of undo. What is confirmed waits for its confirmation again.
    void setTargets(const QMap<int, InlineText> &targets, const QString &label);
    /// Takes over what a reviser changed, as one step of undo. False when nothing changes.
    bool acceptReview(const QList<session::ReviewChange> &changes);
    /// False when there is nothing to confirm.
    bool confirm(int row);
    bool reopen(int row);
    /// Takes the best suggestion as the target. False when there is none.
    bool useSuggestion(int row);

    /// Edits of the structure, each one step of undo. They give the row to look at afterwards, or why the
    /// edit cannot be made. `at` is a place in the source, `targetAt` one in the target, -1 for none.
    Result<int> split(int row, qsizetype at, qsizetype targetAt);
    Result<int> mergeWithNext(int row);
    Result<int> bringBack(qsizetype leftOutLine);
    Result<int> leaveOut(int row);
    /// How many paragraphs are cut otherwise by the rules of the moment.
    int segmentAgain();

    [[nodiscard]] const EditHistory &history() const { return m_history; }
    /// The row that changed; -1 when there was nothing to undo or redo.
    int undo();
    int redo();

    /// Error workbench.changed-on-disk, and nothing is written, when the working file was changed since it
    /// was read or written here, or has appeared since.
    Result<void> save();
    /// As save(), on a worker; ends in saveDone(). What is edited meanwhile stays unsaved. For files that
    /// take their time.
    void saveLater();
    [[nodiscard]] bool isSaving() const { return m_saving; }
    /// Whether saving would hold up the window.
    [[nodiscard]] bool isLarge() const;
    /// Replaces what stands at `path`: its reader has been asked.
    Result<void> saveAs(const QString &path);

    /// Whether the working file is another one than was read or written here.
    [[nodiscard]] bool isChangedOnDisk() const;
    /// What save() and saveAs() wrote last.
    [[nodiscard]] const FileIdentity &written() const { return m_written; }
    /// The file's bytes are the same as before.
    void acceptStamp(const FileStamp &stamp) { m_stamp = stamp; }
    /// Goes on with what another program has made of the working file; `ours` are the unsaved edits, which
    /// become one step of undo in it. The steps before are gone.
    void takeOver(const session::OpenedDocument &file, const AppliedChanges &ours, const FileStamp &stamp);
    /// Edits, undone and redone ones too, since the program was started.
    [[nodiscard]] int edits() const { return m_edits; }

    [[nodiscard]] const session::Statistics &statistics() const { return m_statistics; }

    /// Answers of plugins; their rows are told by assisted(). Gives the rows that have other terms now.
    QList<int> storeTerms(const TermsAnswer &answer);
    /// What `former` proposed goes.
    void storeSuggestions(const SuggestAnswer &answer, const SuggestAnswer &former = {});
    /// What an engine answered: as suggestions, and where nobody has written anything as targets. The targets
    /// of one run are one step of undo, whatever is edited meanwhile; with `run` 0 there are none.
    void takeTranslations(const session::TranslateQuestion &question, const TranslateAnswer &answer,
                          session::MachineReport &report, int run);
    /// The rows are told by receiptsChanged().
    void storeReceipts(const ReceiptsAnswer &answer);
    /// The receipts of a row, by their index, that say a short form stands for a term named before.
    [[nodiscard]] QList<qsizetype> shortForms(int row) const;
    /// Gives a target to rows that consist of terms and figures. Only texts that were opened anew: a file
    /// that came from elsewhere is changed by its translator alone. Once for each opening.
    void pretranslate();

signals:
    void openingStarted(const QString &path);
    void opened();
    /// `workingFile`: what could not be read is the working file beside the text at `path`.
    void openFailed(const verbale::Error &error, const QString &path, bool workingFile);
    void openingGivenUp(); ///< by close()
    void closed();
    void readOnlyChanged(bool readOnly);
    void edited(int row);
    /// A change of the document, for its journal.
    void noted(const verbale::JournalEntry &entry);
    void saved(const QString &path, const QString &formerPath);
    void saveDone(const verbale::Result<void> &result); ///< of saveLater()
    /// saveLater() has taken the document as it is now; then, where it was edited since: the file holds that.
    void savingStarted();
    void savedAsStarted();
    void assisted(const QList<int> &rows);
    void receiptsChanged(const QList<int> &rows);
    /// Targets of many rows came or went, the rows are the same; assisted() follows.
    void targetsChanged(const QList<int> &rows);
    /// The targets of a run of machine translation were taken back, by the translator.
    void targetsTakenBack();
    /// The structure changes: before anything has changed; then, when the document is another, for those who
    /// keep something for each row; then for the model and the views. `removed` rows from `first` on became
    /// `added` ones.
    void restructuring();
    void rowsShifted(int first, int removed, int added);
    void rowsReplaced(int first, int removed, int added);
    void leftOutChanged();
    void historyChanged();
    void statisticsChanged();

private:
    void apply(int row, const InlineText &target, SegmentState state, const QString &label, int mergeKey);
    void apply(const TargetEdit &edit, int mergeKey);
    [[nodiscard]] bool beginsNewStep(int row, const QString &before, const QString &after);
    int afterHistory(const std::optional<DocumentChange> &change, const QString &label);
    void read(const QString &path, OpenMode mode, std::optional<text::Encoding> encoding);
    Result<int> restructure(Result<StructureEdit> edit, const QString &label);
    int tellChange(const DocumentChange &change, const QString &label);
    void tellRows(const DocumentChange &change);
    void tellTargets(const DocumentChange &change);
    void indexRows();
    [[nodiscard]] int firstRowOf(qsizetype unit) const;
    void countLater();
    void finishOpening(const QString &path, OpenMode mode, session::OpenedDocument file, OpenReport report,
                       const FileStamp &stamp);
    void markAssisted();
    [[nodiscard]] Result<void> maySave() const;
    [[nodiscard]] Error changedOnDisk() const;
    Result<void> write(const QString &path, const std::optional<FileStamp> &expected);
    [[nodiscard]] Result<void> told(const Result<FileIdentity> &written) const;
    void finishSaving(const QString &path, const FileIdentity &written);

    Document m_document;
    EditHistory m_history;
    QList<SegmentRef> m_rows;
    QList<int> m_firstRowOfUnit;
    QHash<QString, int> m_rowsByKey;
    QString m_path;
    QString m_workingFile;
    OpenReport m_report;
    session::Statistics m_statistics;
    QTimer m_countTimer;
    FileStamp m_stamp; ///< the working file as it was last read or written here
    FileIdentity m_written;
    std::optional<session::JournalOptions> m_journals;
    std::shared_ptr<host::PluginHost> m_plugins;
    StopSource m_stopOpening;
    std::function<void()> m_deferred; ///< the opening that waits for the plugins
    bool m_awaitingPlugins = false;
    bool m_saving = false;
    bool m_opening = false;
    bool m_readOnly = false;
    bool m_savedHere = false;
    bool m_assistedSinceSave = false;
    bool m_pretranslated = false;
    int m_openRequest = 0;
    int m_edits = 0;           ///< edits, undone and redone ones too
    int m_editsAtQuestion = 0; ///< when the opening that is under way was asked for
    int m_countRequest = 0;
    int m_typingRow = -1;
    int m_mergeKey = 0;
    qint64 m_lastTyped = 0;
};

} // namespace verbale::workbench
