#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace verbale::workbench {

/// What the window shows before a document is open: a place to drop a file on, the ways to open one, and the
/// files that were open before.
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    void setRecentFiles(const QStringList &paths);
    /// While a file is dragged over the window.
    void setDropHighlighted(bool highlighted);
    void setSampleAvailable(bool available);
    void setBusy(const QString &fileName); ///< empty: not busy

signals:
    void openRequested();
    void sampleRequested();
    void fileChosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QWidget *makeDropZone();
    [[nodiscard]] QWidget *makeRecentColumn();

    QLabel *m_heading;
    QLabel *m_tagline;
    QLabel *m_dropText;
    QLabel *m_dropHint;
    QLabel *m_recentTitle;
    QLabel *m_noRecent;
    QPushButton *m_open;
    QPushButton *m_sample;
    QListWidget *m_recent;
    QWidget *m_dropZone;
};

} // namespace verbale::workbench
