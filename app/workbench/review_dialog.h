#pragma once

#include "workbench/review_list.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTextBrowser;
class QTreeView;

namespace verbale::workbench {

class DocumentController;

/// "Bring back a review": what a reviser changed, to be accepted or rejected one by one or all at once. Each
/// acceptance is one step of the document's undo, and Ctrl+Z takes the last decision back here too. What was
/// not found in the document is listed as well.
class ReviewDialog final : public QDialog
{
    Q_OBJECT
public:
    ReviewDialog(DocumentController &document, const session::ReviewComparison &comparison,
                 const QString &copyName, QWidget *parent = nullptr);

    [[nodiscard]] ReviewModel &model() const { return *m_model; }
    [[nodiscard]] QTreeView *list() const { return m_list; }
    [[nodiscard]] QTextBrowser *detail() const { return m_detail; }
    [[nodiscard]] QLineEdit *words() const { return m_words; }
    [[nodiscard]] QComboBox *filter() const { return m_filter; }

    void acceptCurrent();
    void rejectCurrent();
    /// Everything that is still open, but for changes whose sources differ: those are looked at one by one.
    void acceptAll();
    void takeBack(); ///< the last decision

signals:
    void segmentRequested(int row); ///< the current change is of this row of the document

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void decide(const QList<int> &lines, ReviewDecision decision);
    [[nodiscard]] int currentLine() const;
    void goToNextOpen(int after);
    void showDetail();
    void updateSummary();
    void refilter();
    void retranslate();
    void colour();
    [[nodiscard]] QString detailHtml(int line) const;

    struct Step
    {
        QList<int> lines;
        bool inDocument = false; ///< the document's undo has a step for it
    };

    DocumentController &m_document;
    QString m_copyName;
    ReviewModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLabel *m_summary;
    QLineEdit *m_words;
    QComboBox *m_filter;
    QTreeView *m_list;
    QTextBrowser *m_detail;
    QPushButton *m_accept;
    QPushButton *m_reject;
    QPushButton *m_all;
    QPushButton *m_back;
    QPushButton *m_close;
    QList<Step> m_steps;
};

} // namespace verbale::workbench
