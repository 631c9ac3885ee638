import { dockerfile } from '../../text/dockerfile';
import type { Finding, Rule } from '../rule';

export const preferUv: Rule = {
  id: 'style/prefer-uv',
  aliases: ['tally/gpu/prefer-uv-over-conda'],
  severity: 'off',
  strict: 'hint',
  about: { commands: ['conda', 'mamba', 'micromamba'] },
  summary: 'Install Python and its packages with uv where conda is not needed.',
  why:
    'A conda that only brings a Python and packages that PyPI has too takes a long time to solve and gigabytes in the image; uv does both in ' +
    'seconds. Told is a conda command whose packages are all well known on PyPI, or one that only makes an environment for pip. One ' +
    'that reads a file, or brings a compiler or a library, is let pass.',
  examples: [
    {
      bad: dockerfile`
        FROM continuumio/miniconda3:24.9.2-0
        RUN conda install -y python=3.12 numpy pandas
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PyPI has all of these packages, so uv can do what conda does here.
      `,
      good: dockerfile`
        FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim
        RUN uv pip install --system numpy pandas
      `,
    },
  ],

  check(build) {
    const found: Finding[] = [];
    for (const { manager, verbName, command, packages, fromManifest, manifestWords, instruction } of build.installs) {
      if (manager.id !== 'conda' || (verbName !== 'install' && verbName !== 'create')) continue;
      if (fromManifest || manifestWords.length > 0 || packages.length === 0) continue;
      const names = packages.map(({ value }) => nameOf(value));
      const torch = names.includes('pytorch');
      if (!names.every((name) => PYTHON.has(name) || PYPI.has(name) || (torch && OF_TORCH.has(name)))) continue;
      const onlyPython = names.every((name) => PYTHON.has(name));
      const usesPip = () =>
        build.installs.some((other) => other.manager.id === 'pip' && other.instruction.stage === instruction.stage);
      if (onlyPython && !usesPip()) continue;
      found.push({
        at: command,
        message: onlyPython
          ? 'This conda only brings a Python for pip, so uv can do what both do here.'
          : 'PyPI has all of these packages, so uv can do what conda does here.',
      });
    }
    return found;
  },
};

/** The package of `conda-forge::numpy>=1.2`. */
function nameOf(value: string): string {
  return value
    .replace(/^.*::/, '')
    .replace(/[\s=<>!~[].*$/, '')
    .toLowerCase();
}

const PYTHON = new Set(['python', 'pip', 'setuptools', 'wheel']);

/** What conda needs beside PyTorch, whose wheels bring it along. */
const OF_TORCH = new Set(['cpuonly', 'cudatoolkit', 'pytorch-cuda', 'pytorch-mutex']);

/** Packages that are the same on PyPI, compiled parts included. */
const PYPI = new Set(
  `accelerate aiohttp beautifulsoup4 black bokeh boto3 click cython dask datasets diffusers fastapi flake8 flask gunicorn h5py
  huggingface_hub ipykernel ipython jax jupyter jupyterlab keras lightgbm lightning lxml matplotlib mlflow mypy networkx nltk notebook
  numba numpy opencv-python openpyxl pandas pillow plotly polars protobuf psutil psycopg2-binary pyarrow pydantic pytest pytorch
  pytorch-lightning pyyaml ray requests ruff scikit-image scikit-learn scipy seaborn sentence-transformers spacy sqlalchemy
  statsmodels streamlit sympy tensorboard tensorflow timm tokenizers torch torchaudio torchvision tqdm transformers uvicorn wandb
  xgboost`.split(/\s+/),
);
