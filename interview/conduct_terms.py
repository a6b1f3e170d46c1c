"""Technical terms that a question must not bring up by itself: data for `interview.policy`.

To name a technique, a measure, a tool or a failure that the candidate has not named is to hint at it. A bar separates
names of one thing: once the candidate or the section's own text has one of them, all of them are free.
"""

from typing import Final

_MEASURES: Final = (
    "click-through rate | click through rate | CTR", "conversion rate", "dwell time", "watch time", "retention",
    "churn", "daily active users | DAU | monthly active users", "AUC | ROC | area under the curve", "F1 | f one",
    "NDCG | DCG | discounted cumulative gain", "MRR | mean reciprocal rank", "mean average precision", "precision",
    "recall", "accuracy", "log loss | cross entropy | cross-entropy", "RMSE | MSE | MAE | mean squared error",
    "confusion matrix", "false positive | false positives", "false negative | false negatives", "perplexity",
    "lifetime value | LTV", "guardrail", "calibration", "p-value | p value | statistical significance",
    "statistical power", "confidence interval", "silhouette",
)  # fmt: skip
_MODELS: Final = (
    "logistic regression", "linear regression | linear model",
    "gradient boosting | gradient boosted | boosted trees | XGBoost | LightGBM | CatBoost | GBDT",
    "random forest", "decision tree", "support vector | SVM", "naive bayes", "k-means", "k nearest | KNN",
    "neural network | neural net | deep learning | deep model", "transformer | BERT", "convolutional | CNN",
    "recurrent | LSTM | RNN", "autoencoder", "large language model | LLM | GPT", "two-tower | two tower",
    "matrix factorization | matrix factorisation", "collaborative filtering", "content-based", "isolation forest",
    "bandit", "reinforcement learning", "multi-task | multitask", "ensemble", "bagging", "stacking",
    "learning to rank | LambdaMART",
)  # fmt: skip
_METHODS: Final = (
    "regularization | regularisation | L1 | L2 | lasso | ridge | elastic net", "dropout", "batch normalization",
    "early stopping", "weight decay", "learning rate", "gradient descent | SGD", "backpropagation", "Adam optimizer",
    "cross-validation | cross validation", "grid search", "random search", "bayesian optimization | optuna",
    "hyperparameter", "SMOTE | oversampling | oversample", "undersampling | undersample", "class weight",
    "threshold tuning", "imputation | impute", "normalization | standardization | feature scaling", "one-hot",
    "target encoding", "embedding", "TF-IDF", "PCA | dimensionality reduction", "mutual information", "clustering",
    "anomaly detection", "data augmentation | augment", "transfer learning | fine-tuning | fine-tune",
    "active learning", "semi-supervised", "self-supervised", "distillation", "quantization", "pruning",
    "nearest neighbor | nearest neighbour | vector search", "cosine similarity", "candidate generation",
    "reranking | re-ranking", "exploration", "counterfactual", "propensity", "SHAP | shapley", "LIME",
    "feature importance", "partial dependence", "A/B test | AB test | split test", "interleaving",
    "holdout | hold-out",
    "backtest", "bootstrap", "multi-armed", "online learning", "federated", "differential privacy", "bias-variance",
)  # fmt: skip
_FAILURES: Final = (
    "overfitting | overfit | overfits", "underfitting | underfit", "class imbalance | imbalanced | imbalance",
    "data leakage | leakage",
    "missing value | missing data", "outlier", "drift", "skew", "feedback loop", "cold start | cold-start",
    "filter bubble | echo chamber",
    "clickbait", "position bias", "selection bias", "popularity bias", "sampling bias", "multicollinearity",
    "vanishing gradient", "stale | staleness", "outage | downtime", "bottleneck", "single point of failure",
    "race condition", "adversarial", "GDPR", "fairness", "demographic parity", "equalized odds",
)  # fmt: skip
_SYSTEMS: Final = (
    "feature store | Feast | Tecton", "model registry | MLflow", "cache | caching | Redis | Memcached",
    "load balancer",
    "autoscaling", "sharding | shard", "Kafka | Kinesis | message queue", "Spark | Flink | Hadoop",
    "Airflow | Kubeflow",
    "Kubernetes", "Docker", "TensorRT | ONNX", "Triton | TorchServe | TensorFlow Serving", "PyTorch",
    "TensorFlow | Keras",
    "scikit-learn | sklearn", "pandas", "BigQuery | Snowflake", "Prometheus | Grafana", "GPU", "canary",
    "shadow mode | shadow",
    "blue-green", "rollback | roll back", "feature flag", "circuit breaker", "fallback", "data versioning | DVC",
    "lineage", "schema", "CI/CD | continuous integration", "unit test", "microservice", "REST API | gRPC",
    "serverless",
    "checkpoint | checkpointing", "data parallelism | model parallelism", "mixed precision",
)  # fmt: skip

TERMS: Final[tuple[str, ...]] = _MEASURES + _MODELS + _METHODS + _FAILURES + _SYSTEMS
"""All of them."""
